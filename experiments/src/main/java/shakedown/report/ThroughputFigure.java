package shakedown.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import shakedown.config.Workload;
import shakedown.report.chart.Captions;
import shakedown.report.chart.Looks;
import shakedown.report.chart.Series;
import shakedown.report.chart.ThroughputChart;
import shakedown.run.LoadCurve;
import shakedown.run.LoadCurve.Level;
import shakedown.run.Results;

/** Handshakes a second and their time against offered load. */
record ThroughputFigure(Results results, Looks looks) {
  private static final String READING =
      "Above, a line leaves the diagonal where the server can do no more: the dot marks that load,"
          + " its cores over the CPU time of one handshake. Below, the same load is where waiting"
          + " for the processor begins to outweigh the handshake itself; beyond it new hellos take"
          + " the time that handshakes already begun still need.";

  /** None if no arrivals were asked for. */
  Optional<Figure> drawn() {
    if (results.loads().isEmpty()) {
      return Optional.empty();
    }
    double most =
        results.loads().stream()
            .flatMap(curve -> curve.levels().stream())
            .mapToDouble(Level::p99Nanos)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    Amount unit = Amount.ofTimes(most);
    ImmutableList<ThroughputChart.Curve> curves =
        results.loads().stream()
            .map(curve -> curve(curve, unit))
            .collect(ImmutableList.toImmutableList());
    String title = "handshake" + unit.suffix() + " (99 % are done)";
    return Optional.of(
        new Figure("throughput", ThroughputChart.of(captions(), title, curves), READING));
  }

  private Captions captions() {
    Workload workload = results.base().workload();
    String cores = workload.cores() == 1 ? "one core" : workload.cores() + " cores";
    return new Captions(
        "How many handshakes a second does " + cores + " of the server sustain?",
        Wording.conditions(results.lossless()),
        "One point is "
            + Figures.plain(workload.arrivals().forNanos() / 1e9)
            + " s of connections that come at random (Poisson) at that load. "
            + Footnotes.same(results));
  }

  private ThroughputChart.Curve curve(LoadCurve curve, Amount unit) {
    return new ThroughputChart.Curve(
        series(curve, Level::completedPerSecond),
        series(curve, level -> unit.in(level.p99Nanos())),
        curve.saturationPerSecond());
  }

  private Series series(LoadCurve curve, ToDoubleFunction<Level> value) {
    String name = curve.variant().name();
    return new Series(
        name,
        looks.of(name),
        curve.levels().stream()
            .filter(level -> Double.isFinite(value.applyAsDouble(level)))
            .map(level -> Series.Point.exact(level.offeredPerSecond(), value.applyAsDouble(level)))
            .collect(ImmutableList.toImmutableList()));
  }
}
