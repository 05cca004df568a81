package shakedown.wire;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The extensions of one message, in their order.
 *
 * @param present whether the field is there at all: an old hello has none, which is not the same on
 *     the wire as an empty list
 */
public record Extensions(ImmutableList<Extension> list, boolean present) {
  public static final Extensions ABSENT = new Extensions(ImmutableList.of(), false);

  public static Extensions of(Extension... extensions) {
    return new Extensions(ImmutableList.copyOf(extensions));
  }

  public Extensions(ImmutableList<Extension> list) {
    this(list, true);
  }

  public <E extends Extension> Optional<E> find(Class<E> type) {
    return list.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  public boolean has(Class<? extends Extension> type) {
    return find(type).isPresent();
  }

  /**
   * The same with this extension in place of the one of its type; else before pre_shared_key, which
   * stays last (RFC 8446 4.2.11); else at the end.
   */
  public Extensions with(Extension extension) {
    boolean replaces = list.stream().anyMatch(each -> each.type() == extension.type());
    var out = ImmutableList.<Extension>builder();
    boolean placed = false;
    for (Extension each : list) {
      if (each.type() == extension.type()) {
        out.add(extension);
        placed = true;
        continue;
      }
      if (!replaces && each instanceof Extension.PreSharedKeys) {
        out.add(extension);
        placed = true;
      }
      out.add(each);
    }
    return new Extensions(placed ? out.build() : out.add(extension).build());
  }

  /** Whether no type comes twice (RFC 8446 4.2, RFC 5246 7.4.1.4). */
  public boolean areUnique() {
    return list.stream().map(Extension::type).distinct().count() == list.size();
  }

  /** Whether none belongs into other messages only (RFC 8446 4.2). */
  public boolean areIn(Bearer bearer) {
    return list.stream().allMatch(bearer::mayBear);
  }

  public Extensions without(Class<? extends Extension> type) {
    return new Extensions(
        list.stream().filter(each -> !type.isInstance(each)).collect(toImmutableList()), present);
  }

  Extensions map(Structure.Values values) {
    return new Extensions(
        list.stream().map(each -> each.map(values)).collect(toImmutableList()), present);
  }
}
