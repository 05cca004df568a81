package shakedown.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.config.Exhibit;
import shakedown.config.Measure;
import shakedown.report.chart.BarChart;
import shakedown.report.chart.BarChart.Bar;
import shakedown.report.chart.BarChart.Panel;
import shakedown.report.chart.BarChart.Part;
import shakedown.report.chart.Captions;
import shakedown.report.chart.Looks;
import shakedown.run.Cell;
import shakedown.run.Results;

/** Bytes, CPU and the like by variant; what client and server both have is one bar in two parts. */
record BarsFigure(Results results, Looks looks) {
  private static final String CLIENT = "client";
  private static final String SERVER = "server";
  private static final ImmutableList<Part> PARTS =
      ImmutableList.of(new Part(CLIENT, 42), new Part(SERVER, 100));
  private static final String READING =
      "Every bar starts at zero, so half as long is half as much. The pale part falls on the"
          + " client, the full part on the server.";

  Figure of(Exhibit.Bars bars) {
    ImmutableList<BarChart.Row> rows =
        cells().stream()
            .map(cell -> cell.variant().name())
            .map(variant -> new BarChart.Row(variant, looks.of(variant)))
            .collect(ImmutableList.toImmutableList());
    ImmutableList<Panel> panels =
        bars.of().stream()
            .flatMap(measure -> panel(measure, bars.of()).stream())
            .collect(ImmutableList.toImmutableList());
    Captions captions =
        new Captions(
            question(bars.of()),
            Wording.conditions(results.base()),
            "A bar is the mean of "
                + Footnotes.replications(results, results.base())
                + " simulated connections, request and response included. "
                + Footnotes.same(results));
    return new Figure(file(bars.of()), BarChart.of(captions, rows, PARTS, panels), READING);
  }

  private static String question(ImmutableList<Measure> measures) {
    if (measures.stream().allMatch(measure -> measure.metric().endsWith("Bytes"))) {
      return "How many bytes does a connection take?";
    }
    return measures.stream().allMatch(measure -> measure.metric().endsWith("CpuNanos"))
        ? "How much processor time does a connection take?"
        : "What does a connection cost?";
  }

  private static String file(ImmutableList<Measure> measures) {
    return measures.stream()
            .map(measure -> Names.metric(measure.metric()).replaceFirst("^(client|server)-", ""))
            .distinct()
            .reduce((a, b) -> a + "-and-" + b)
            .orElse("cost")
        + "-by-variant";
  }

  /** None for a server's part that the client's panel shows. */
  private Optional<Panel> panel(Measure measure, ImmutableList<Measure> all) {
    if (measure.metric().startsWith(SERVER) && all.contains(twin(measure, SERVER, CLIENT))) {
      return Optional.empty();
    }
    Measure twin = twin(measure, CLIENT, SERVER);
    return Optional.of(
        measure.metric().startsWith(CLIENT) && all.contains(twin)
            ? both(measure, twin)
            : alone(measure));
  }

  private static Measure twin(Measure measure, String from, String to) {
    return new Measure(measure.metric().replaceFirst("^" + from, to), measure.statistic());
  }

  private Panel both(Measure client, Measure server) {
    Amount unit = unit(server);
    String what = Wording.metric(client.metric()).replaceFirst("(^client | from client$)", "");
    return new Panel(
        what.equals("bytes") ? what : what + unit.suffix(),
        cells().stream()
            .map(cell -> bar(cell.value(client), cell.value(server), unit))
            .collect(ImmutableList.toImmutableList()));
  }

  private Panel alone(Measure measure) {
    Amount unit = unit(measure);
    return new Panel(
        Wording.measure(measure) + unit.suffix(),
        cells().stream()
            .map(cell -> bar(0, cell.value(measure), unit))
            .collect(ImmutableList.toImmutableList()));
  }

  private Amount unit(Measure measure) {
    double most =
        cells().stream()
            .mapToDouble(cell -> cell.value(measure))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return Amount.of(measure.metric(), most);
  }

  private static Bar bar(double client, double server, Amount unit) {
    if (!Double.isFinite(client + server)) {
      return new Bar(ImmutableList.of(0.0, 0.0), "never");
    }
    double sum = unit.in(client + server);
    return new Bar(ImmutableList.of(unit.in(client), unit.in(server)), written(sum, unit));
  }

  private static String written(double value, Amount unit) {
    return unit.unit().equals("B") ? Figures.fixed(value, 0) : Figures.short3(value);
  }

  private ImmutableList<Cell> cells() {
    return results.at(results.base());
  }
}
