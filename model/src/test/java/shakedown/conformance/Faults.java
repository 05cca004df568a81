package shakedown.conformance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Extension;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Extensions;
import shakedown.wire.Message;
import shakedown.wire.Value;

/** All messages that differ from a good one in one place, generated from the types of the wire. */
final class Faults {
  /**
   * A message with one fault.
   *
   * @param field where it is, as {@code .suite} or {@code /KeyShare.group}
   * @param fault what it is, as {@code other}, {@code missing} or {@code twice}
   */
  record Faulty(String field, String fault, Message message) {}

  /** A part with one fault. */
  private record Part(String field, String fault, @Nullable Object value) {
    static Part at(String field, String fault, @Nullable Object value) {
      return new Part(field, fault, value);
    }

    /** The whole that this is a part of. */
    Part in(String name, UnaryOperator<@Nullable Object> whole) {
      return new Part(name + field, fault, whole.apply(value));
    }
  }

  private Faults() {}

  static ImmutableList<Faulty> of(Message message) {
    return record(message)
        .filter(part -> !message.equals(part.value()))
        .map(part -> new Faulty(part.field(), part.fault(), (Message) requireNonNull(part.value())))
        .collect(toImmutableList());
  }

  private static Stream<Part> record(Object whole) {
    return Stream.of(whole.getClass().getRecordComponents())
        .flatMap(
            component ->
                component(whole, component)
                    .map(
                        part ->
                            part.in(
                                component.getType() == Extensions.class
                                    ? ""
                                    : "." + component.getName(),
                                value -> Records.with(whole, component, value))));
  }

  private static Stream<Part> component(Object whole, RecordComponent component) {
    Object now = Records.component(whole, component);
    if (now == null) {
      return Stream.of(Part.at("", "added", Samples.of(component.getGenericType())));
    }
    Stream<Part> changed = changed(now, component.getGenericType());
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        ? Stream.concat(changed, Stream.of(Part.at("", "missing", null)))
        : changed;
  }

  private static Stream<Part> changed(Object now, Type type) {
    if (now instanceof Extensions(ImmutableList<Extension> list, boolean _)) {
      return extensions(list);
    }
    if (now instanceof ImmutableList<?> list && type instanceof ParameterizedType of) {
      return list(list, of.getActualTypeArguments()[0]);
    }
    ImmutableList<?> others = Samples.simple((Class<?>) type);
    return others.isEmpty()
        ? record(now)
        : others.stream().map(other -> Part.at("", "other", other));
  }

  private static Stream<Part> list(ImmutableList<?> list, Type element) {
    Stream<Part> inside =
        places(list)
            .flatMap(
                at ->
                    changed(list.get(at), element)
                        .map(part -> part.in("", value -> replaced(list, at, value))));
    Stream<Part> longer =
        Stream.of(Part.at("", "one more", joined(list, ImmutableList.of(Samples.of(element)))));
    return Stream.of(inside, longer, list.isEmpty() ? Stream.<Part>of() : shapes(list))
        .flatMap(parts -> parts);
  }

  private static Stream<Part> shapes(ImmutableList<?> list) {
    return Stream.of(
        Part.at("", "empty", ImmutableList.of()),
        Part.at("", "last missing", list.subList(0, list.size() - 1)),
        Part.at("", "twice", joined(list, list.subList(0, 1))),
        Part.at("", "reversed", list.reverse()));
  }

  private static Stream<Part> extensions(ImmutableList<Extension> list) {
    return Stream.concat(
            places(list).flatMap(at -> extension(list, at)),
            Samples.extensions().stream()
                .filter(more -> list.stream().noneMatch(now -> now.type() == more.type()))
                .map(more -> Part.at(name(more), "added", joined(ImmutableList.of(more), list))))
        .map(part -> part.in("", Faults::asExtensions));
  }

  private static Stream<Part> extension(ImmutableList<Extension> list, int at) {
    Extension now = list.get(at);
    return Stream.concat(
        record(now).map(part -> part.in(name(now), value -> replaced(list, at, value))),
        Stream.of(
            Part.at(name(now), "missing", without(list, at)),
            Part.at(name(now), "twice", joined(list, ImmutableList.of(now)))));
  }

  private static String name(Extension extension) {
    boolean misplaced =
        extension instanceof Unknown(int type, Value _) && type != Samples.UNREGISTERED;
    return misplaced ? "/misplaced" : "/" + extension.getClass().getSimpleName();
  }

  @SuppressWarnings("unchecked") // made of extensions only
  private static Extensions asExtensions(@Nullable Object list) {
    return new Extensions((ImmutableList<Extension>) requireNonNull(list));
  }

  private static Stream<Integer> places(List<?> list) {
    return IntStream.range(0, list.size()).boxed();
  }

  private static ImmutableList<?> replaced(ImmutableList<?> list, int at, Object value) {
    List<Object> changed = new ArrayList<>(list);
    changed.set(at, value);
    return ImmutableList.copyOf(changed);
  }

  private static ImmutableList<?> without(ImmutableList<?> list, int at) {
    return joined(list.subList(0, at), list.subList(at + 1, list.size()));
  }

  private static ImmutableList<?> joined(ImmutableList<?> first, ImmutableList<?> then) {
    return ImmutableList.builder().addAll(first).addAll(then).build();
  }
}
