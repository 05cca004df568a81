package shakedown.policy.nginx;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;

/** Reads the arguments of directives that hold in a block; faults and notes are collected. */
final class Values {

  private static final Reader<Boolean> FLAG =
      Readers.oneOf("on or off", ImmutableMap.of("on", true, "off", false));

  private final Level level;
  private final Complaints complaints;
  private final List<Complaint> notes = new ArrayList<>();

  Values(Level level, Complaints complaints) {
    this.level = level;
    this.complaints = complaints;
  }

  ImmutableList<Complaint> notes() {
    return ImmutableList.copyOf(notes);
  }

  void note(Complaint note) {
    notes.add(note);
  }

  void note(Iterable<Complaint> more) {
    more.forEach(notes::add);
  }

  ImmutableList<Directive> all(String name) {
    return level.all(name);
  }

  /** The one directive of a name; a second one in the same block is complained of. */
  Optional<Directive> one(String name) {
    ImmutableList<Directive> all = level.all(name);
    for (Directive again : all.subList(Math.min(1, all.size()), all.size())) {
      complaints.add(
          new Complaint(
              again.place(),
              name + " is said twice, it stands in line " + all.get(0).place().line() + " already",
              "each directive once"));
    }
    return all.stream().findFirst();
  }

  boolean flag(String name, boolean unlessSaid) {
    return one(name).flatMap(each -> argument(each, FLAG)).orElse(unlessSaid);
  }

  /** The value of the one directive of a name. */
  <T> Optional<T> value(String name, Reader<T> reader) {
    return one(name).flatMap(each -> argument(each, reader));
  }

  /** The values of all directives of a name that hold. */
  <T> ImmutableList<T> values(String name, Reader<T> reader) {
    return level.all(name).stream()
        .flatMap(each -> argument(each, reader).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The single argument of a directive. */
  <T> Optional<T> argument(Directive directive, Reader<T> reader) {
    return counted(directive, Range.singleton(1))
        ? read(directive, reader.read(directive.arguments().get(0)))
        : Optional.empty();
  }

  /** Whether a directive has as many arguments as it may; complains if not. */
  boolean counted(Directive directive, Range<Integer> many) {
    if (directive.block().isEmpty() && many.contains(directive.arguments().size())) {
      return true;
    }
    String found =
        directive.block().isPresent()
            ? " has a block"
            : " has " + directive.arguments().size() + " arguments";
    String expected = many.hasUpperBound() ? many.upperEndpoint().toString() : "one or more";
    complaints.add(
        new Complaint(
            directive.place(), directive.name().text() + found, expected + ", then \";\""));
    return false;
  }

  /** A value, or its faults under the name of the directive. */
  <T> Optional<T> read(Directive directive, Reading<T> reading) {
    reading.faults().forEach(fault -> complaints.add(fault.in(directive.name().text())));
    return reading.toOptional();
  }

  void complain(Complaint complaint) {
    complaints.add(complaint);
  }

  /** Reads a word; never a list. */
  static <T> Reader<T> word(Function<Node.Scalar, Reading<T>> reader) {
    return node ->
        node instanceof Node.Scalar scalar
            ? reader.apply(scalar)
            : Reading.refused(new Complaint(node.place(), node.described(), "a word"));
  }
}
