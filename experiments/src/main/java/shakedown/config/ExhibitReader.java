package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Fields;
import shakedown.yaml.Nearest;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;

/** Reads what the report shows. */
final class ExhibitReader {

  /** What a chart is drawn from. */
  private enum Kind {
    ECDF,
    BY_AXIS,
    BARS,
    THROUGHPUT
  }

  private static final Reader<Kind> KIND =
      Readers.oneOf(
          ImmutableMap.of(
              "ecdf", Kind.ECDF,
              "by-axis", Kind.BY_AXIS,
              "bars", Kind.BARS,
              "throughput", Kind.THROUGHPUT));
  private static final Measure NONE = new Measure("", Measure.Statistic.MEAN);

  private final ImmutableSet<String> axes;
  private final boolean loaded;

  /**
   * A reader for one experiment.
   *
   * @param axes the keys that the experiment sweeps
   * @param loaded whether connections arrive at a loaded server
   */
  ExhibitReader(ImmutableSet<String> axes, boolean loaded) {
    this.axes = axes;
    this.loaded = loaded;
  }

  Reading<Exhibit> read(Node node) {
    Complaints complaints = new Complaints();
    Fields fields = Fields.of(node, "report", complaints);
    Optional<Exhibit> exhibit = fields.has("table") ? table(fields) : chart(fields);
    return complaints.unlessAny(
        () -> exhibit.orElseThrow(() -> new AssertionError("nothing read, nothing complained of")));
  }

  private static Optional<Exhibit> table(Fields fields) {
    fields.refuseAllBut(ImmutableList.of("table", "against"));
    ImmutableList<Measure> of =
        fields.find("table", Readers.listOf(Measures::read)).orElse(ImmutableList.of());
    boolean against =
        fields.find("against", Readers.oneOf(ImmutableMap.of("baseline", true))).orElse(false);
    return Optional.of(new Exhibit.Table(of, against));
  }

  private Optional<Exhibit> chart(Fields fields) {
    Optional<Kind> kind = fields.require("chart", KIND);
    return kind.map(
        k ->
            switch (k) {
              case ECDF -> {
                fields.refuseAllBut(ImmutableList.of("chart", "of"));
                yield new Exhibit.Ecdf(fields.require("of", Measures::read).orElse(NONE));
              }
              case BY_AXIS -> {
                fields.refuseAllBut(ImmutableList.of("chart", "of", "axis"));
                yield new Exhibit.ByAxis(
                    fields.require("of", Measures::read).orElse(NONE),
                    fields.require("axis", this::axis).orElse(""));
              }
              case BARS -> {
                fields.refuseAllBut(ImmutableList.of("chart", "of"));
                yield new Exhibit.Bars(
                    fields.require("of", ExhibitReader::oneOrMore).orElse(ImmutableList.of()));
              }
              case THROUGHPUT -> throughput(fields);
            });
  }

  private Exhibit throughput(Fields fields) {
    fields.refuseAllBut(ImmutableList.of("chart"));
    if (!loaded) {
      fields.refuse(
          "chart",
          "throughput has no load to be measured under",
          "offered loads in workload.arrivals.open-loop");
    }
    return new Exhibit.Throughput();
  }

  private Reading<String> axis(Node node) {
    return Readers.TEXT
        .read(node)
        .then(
            axis ->
                axes.contains(axis)
                    ? Reading.of(axis)
                    : Reading.refused(
                        new Complaint(
                            node.place(),
                            axis + " is not swept",
                            axes.isEmpty() ? "a key of sweep" : String.join(", ", axes),
                            Nearest.to(axis, axes))));
  }

  private static Reading<ImmutableList<Measure>> oneOrMore(Node node) {
    return node instanceof Node.Sequence
        ? Readers.listOf(Measures::read).read(node)
        : Measures.read(node).then(measure -> Reading.of(ImmutableList.of(measure)));
  }
}
