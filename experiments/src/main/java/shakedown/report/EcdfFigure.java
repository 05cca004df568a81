package shakedown.report;

import com.google.common.collect.ImmutableList;
import shakedown.config.Measure;
import shakedown.measure.Quantiles;
import shakedown.report.chart.Axis;
import shakedown.report.chart.Captions;
import shakedown.report.chart.EcdfChart;
import shakedown.report.chart.Looks;
import shakedown.report.chart.Series;
import shakedown.run.Cell;
import shakedown.run.Estimate;
import shakedown.run.Results;

/** The distribution of a number under the conditions of the file, with its tail stretched. */
record EcdfFigure(Results results, Looks looks) {
  private static final int STEPS = 240;

  /** So many samples must lie beyond the highest share that is drawn. */
  private static final double BEYOND = 5;

  private static final String READING =
      "Read across from 99 % to a line, then down: 99 of 100 connections were done by that time,"
          + " one took longer. A flat stretch is a gap in time, as between those that lost nothing"
          + " and those that waited for a timer; each step up the axis leaves ten times fewer.";

  Figure of(Measure measure) {
    double leastLeft = leastLeft();
    ImmutableList<Quantiles> all =
        cells().stream()
            .map(cell -> cell.quantiles(measure))
            .collect(ImmutableList.toImmutableList());
    double least =
        all.stream().mapToDouble(each -> value(each, 0)).filter(Double::isFinite).min().orElse(1e6);
    double most = all.stream().mapToDouble(each -> last(each, leastLeft)).max().orElse(least);
    Amount unit = Amount.of(measure.metric(), most);
    ImmutableList.Builder<EcdfChart.Curve> curves = ImmutableList.builder();
    for (int i = 0; i < all.size(); i++) {
      curves.add(curve(cells().get(i).variant().name(), all.get(i), leastLeft, unit));
    }
    String what = Wording.metric(measure.metric());
    Captions captions =
        new Captions(
            "How long do the unlucky ones wait? Distribution of the " + what,
            Wording.conditions(results.base()),
            Footnotes.replications(results, results.base())
                + " simulated connections a line; up to the top at least "
                + Figures.plain(BEYOND)
                + " lie beyond each point. "
                + Footnotes.same(results));
    Axis across = Axis.log(what + unit.suffix(), unit.in(least), unit.in(Math.max(least, most)));
    return new Figure(
        Names.metric(measure.metric()) + "-distribution",
        EcdfChart.of(captions, across, leastLeft, curves.build()),
        READING);
  }

  private ImmutableList<Cell> cells() {
    return results.at(results.base());
  }

  /** The smallest power of ten that is supported: 0.001 from 5,000 samples on. */
  private double leastLeft() {
    double left = 0.1;
    while (left / 10 * cells().getFirst().samples().count() >= BEYOND) {
      left /= 10;
    }
    return left;
  }

  private static double last(Quantiles quantiles, double leastLeft) {
    double most = 0;
    for (int step = 0; step <= STEPS; step++) {
      double value = value(quantiles, share(step, leastLeft));
      most = Double.isFinite(value) ? value : most;
    }
    return most;
  }

  private static double share(int step, double leastLeft) {
    return 1 - StrictMath.pow(leastLeft, (double) step / STEPS);
  }

  private static double value(Quantiles quantiles, double share) {
    return Estimate.value(quantiles.at(Math.max(share, 1e-9)));
  }

  private EcdfChart.Curve curve(
      String variant, Quantiles quantiles, double leastLeft, Amount unit) {
    ImmutableList.Builder<Series.Point> points = ImmutableList.builder();
    for (int step = 0; step <= STEPS; step++) {
      double share = share(step, leastLeft);
      double value = value(quantiles, share);
      if (Double.isFinite(value)) {
        points.add(Series.Point.exact(unit.in(value), share));
      }
    }
    return new EcdfChart.Curve(
        new Series(variant, looks.of(variant), points.build()),
        written(value(quantiles, 0.5), unit),
        written(value(quantiles, 0.99), unit));
  }

  private static String written(double value, Amount unit) {
    return Double.isFinite(value) ? Figures.short3(unit.in(value)) + " " + unit.unit() : "never";
  }
}
