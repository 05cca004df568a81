package shakedown.report;

import com.google.common.collect.ImmutableList;
import shakedown.report.chart.BarChart;
import shakedown.report.chart.BarChart.Bar;
import shakedown.report.chart.BarChart.Panel;
import shakedown.report.chart.BarChart.Part;
import shakedown.report.chart.Captions;
import shakedown.report.chart.Looks;
import shakedown.run.Breakdown;
import shakedown.run.Cell;
import shakedown.run.Results;

/** The mean time to the first byte in parts. */
record TimeFigure(Results results, Looks looks) {
  private static final ImmutableList<Part> PARTS =
      ImmutableList.of(
          new Part("round trips", 100),
          new Part("transmission", 70),
          new Part("CPU", 48),
          new Part("loss and jitter", 26));
  private static final String READING =
      "Every bar starts at zero and ends at the mean. The darkest part is what distance alone"
          + " costs, which only fewer round trips shorten; the palest is what lost packets add.";

  Figure drawn() {
    ImmutableList<Cell> cells = results.at(results.base());
    double most =
        cells.stream()
            .mapToDouble(cell -> sum(cell.breakdown()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    Amount unit = Amount.ofTimes(most);
    Captions captions =
        new Captions(
            "Where does the time to the first byte go?",
            Wording.conditions(results.base()),
            "A bar is the mean of "
                + Footnotes.replications(results, results.base())
                + " simulated connections. "
                + Footnotes.same(results));
    return new Figure(
        "where-the-time-went",
        BarChart.of(
            captions,
            cells.stream()
                .map(cell -> cell.variant().name())
                .map(variant -> new BarChart.Row(variant, looks.of(variant)))
                .collect(ImmutableList.toImmutableList()),
            PARTS,
            ImmutableList.of(
                new Panel(
                    "mean time to first byte" + unit.suffix(),
                    cells.stream()
                        .map(cell -> bar(cell.breakdown(), unit))
                        .collect(ImmutableList.toImmutableList())))),
        READING);
  }

  private static Bar bar(Breakdown parts, Amount unit) {
    return new Bar(
        ImmutableList.of(
            part(parts.waiting(), unit),
            part(parts.transmission(), unit),
            part(parts.cpu(), unit),
            part(parts.loss(), unit)),
        Double.isFinite(sum(parts)) ? Figures.short3(unit.in(sum(parts))) : "never");
  }

  /** A cause that shortens the time, as a chance of jitter, has no length. */
  private static double part(double nanos, Amount unit) {
    return Double.isFinite(nanos) ? Math.max(0, unit.in(nanos)) : 0;
  }

  private static double sum(Breakdown parts) {
    return parts.waiting() + parts.transmission() + parts.cpu() + parts.loss();
  }
}
