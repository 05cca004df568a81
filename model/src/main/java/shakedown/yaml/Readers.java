package shakedown.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** Readers of values without units. */
public final class Readers {

  /** A text that is not empty. */
  public static final Reader<String> TEXT = Readers::text;

  /** {@code on} or {@code off}; {@code true} and {@code false} serve as well. */
  public static final Reader<Boolean> SWITCH =
      oneOf("on or off", ImmutableMap.of("on", true, "off", false, "true", true, "false", false));

  /** Keys with values. */
  public static final Reader<Node.Mapping> MAPPING = Readers::mapping;

  private Readers() {}

  /** A whole number within bounds, both included. */
  public static Reader<Long> integer(long least, long most) {
    return node -> {
      Optional<Long> number =
          node instanceof Node.Scalar(Place place, String text) && text.matches("-?\\d{1,18}")
              ? Optional.of(Long.parseLong(text))
              : Optional.empty();
      return number
          .filter(n -> n >= least && n <= most)
          .map(Reading::of)
          .orElseGet(
              () ->
                  refused(
                      node,
                      node.described() + " is no whole number from " + least + " to " + most,
                      "a whole number from " + least + " to " + most,
                      ""));
    };
  }

  /**
   * One of a few names.
   *
   * @param expected the names as a complaint says them
   */
  public static <T> Reader<T> oneOf(String expected, ImmutableMap<String, T> names) {
    return node -> {
      String said = node instanceof Node.Scalar scalar ? scalar.text() : "";
      T value = names.get(said);
      return value == null
          ? refused(
              node,
              node.described() + " is not known here",
              expected,
              Nearest.to(said, names.keySet()))
          : Reading.of(value);
    };
  }

  /** One of a few names, said in their order. */
  public static <T> Reader<T> oneOf(ImmutableMap<String, T> names) {
    return oneOf(String.join(", ", names.keySet()), names);
  }

  /** A name that stands for a value, or else what another reader reads. */
  public static <T> Reader<T> nameOr(String name, T value, Reader<T> other) {
    return node ->
        node instanceof Node.Scalar scalar && scalar.text().equals(name)
            ? Reading.of(value)
            : other.read(node);
  }

  /**
   * A quantity that must not be small.
   *
   * @param expected what a complaint asks for, as {@code more than 0}
   */
  public static Reader<Long> atLeast(long least, String expected, Reader<Long> quantity) {
    return node ->
        quantity
            .read(node)
            .then(
                value ->
                    value >= least
                        ? Reading.of(value)
                        : refused(node, node.described() + " is too small", expected, ""));
  }

  /** A list, each item read alike. */
  public static <T> Reader<ImmutableList<T>> listOf(Reader<T> item) {
    return node -> {
      if (!(node instanceof Node.Sequence sequence)) {
        return refused(node, node.described() + " is no list", "a list, as [1, 2]", "");
      }
      Complaints complaints = new Complaints();
      ImmutableList.Builder<T> items = ImmutableList.builder();
      for (Node each : sequence.items()) {
        Reading<T> reading = item.read(each);
        complaints.addAll(reading.faults());
        reading.toOptional().ifPresent(items::add);
      }
      return complaints.unlessAny(items::build);
    };
  }

  private static Reading<Node.Mapping> mapping(Node node) {
    return node instanceof Node.Mapping mapping
        ? Reading.of(mapping)
        : refused(node, node.described() + " is no mapping", "keys with values", "");
  }

  private static Reading<String> text(Node node) {
    return node instanceof Node.Scalar scalar && !scalar.text().isBlank()
        ? Reading.of(scalar.text())
        : refused(node, node.described() + " is no text", "a text", "");
  }

  private static <T> Reading<T> refused(
      Node node, String what, String expected, String suggestion) {
    return Reading.refused(new Complaint(node.place(), what, expected, suggestion));
  }
}
