package shakedown.report;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import shakedown.config.AxisValue;
import shakedown.config.Exhibit;
import shakedown.config.Measure;
import shakedown.config.Point;
import shakedown.measure.Interval;
import shakedown.report.chart.Axis;
import shakedown.report.chart.Captions;
import shakedown.report.chart.LineChart;
import shakedown.report.chart.Looks;
import shakedown.report.chart.Series;
import shakedown.run.Cell;
import shakedown.run.Results;

/** A measure along an axis of the sweep, the other axes as in the file. */
record ByAxisFigure(Results results, Looks looks, Exhibit.ByAxis exhibit) {
  /** From this ratio on, an axis is logarithmic. */
  private static final double WIDE = 8;

  private static final String READING =
      "Follow a line to the right to see what a slower or worse network costs that variant; the"
          + " distance between two lines is what one saves over the other. Equal distances are"
          + " equal ratios where an axis is logarithmic.";

  Figure drawn() {
    Measure measure = exhibit.of();
    String axis = exhibit.axis();
    ImmutableList<Point> points = along();
    Amount up = Amount.of(measure.metric(), most(points));
    ImmutableList<Series> series =
        looks.byVariant().keySet().stream()
            .map(variant -> series(variant, points, up))
            .filter(one -> !one.points().isEmpty())
            .collect(ImmutableList.toImmutableList());
    Captions captions =
        new Captions(
            Sentences.question(measure.metric(), axis),
            Wording.conditionsBut(results.base(), axis),
            Footnotes.of(results, "the " + Wording.statistic(measure.statistic())));
    String file = Names.metric(measure.metric()) + "-by-" + Names.axis(axis);
    String title = Wording.measure(measure) + up.suffix();
    return new Figure(
        file, LineChart.of(captions, across(points), up(title, series), series), READING);
  }

  private ImmutableList<Point> along() {
    return results.experiment().points().stream()
        .filter(point -> point.axes().containsKey(exhibit.axis()) && isAsInFile(point))
        .sorted(Comparator.comparingDouble(this::at))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean isAsInFile(Point point) {
    return point.axes().entrySet().stream()
        .allMatch(
            entry ->
                entry.getKey().equals(exhibit.axis())
                    || entry.getValue().equals(results.base().axes().get(entry.getKey())));
  }

  private double at(Point point) {
    AxisValue value = point.axes().get(exhibit.axis());
    if (value == null) {
      throw new IllegalArgumentException(
          "no axis " + exhibit.axis() + "; expected one of " + point.axes().keySet());
    }
    return Amount.ofAxis(exhibit.axis()).in(value.number());
  }

  private double most(ImmutableList<Point> points) {
    return points.stream()
        .flatMap(point -> results.at(point).stream())
        .mapToDouble(cell -> cell.value(exhibit.of()))
        .filter(Double::isFinite)
        .max()
        .orElse(1);
  }

  private Series series(String variant, ImmutableList<Point> points, Amount up) {
    ImmutableList.Builder<Series.Point> drawn = ImmutableList.builder();
    for (Point point : points) {
      Cell cell = results.cell(variant, point);
      double middle = cell.value(exhibit.of());
      if (Double.isFinite(middle)) {
        Interval interval = cell.interval(exhibit.of());
        double low = Double.isFinite(interval.low()) ? interval.low() : middle;
        double high = Double.isFinite(interval.high()) ? interval.high() : middle;
        drawn.add(new Series.Point(at(point), up.in(middle), up.in(low), up.in(high)));
      }
    }
    return new Series(variant, looks.of(variant), drawn.build());
  }

  private Axis across(ImmutableList<Point> points) {
    ImmutableList<Double> values =
        points.stream().map(this::at).distinct().collect(ImmutableList.toImmutableList());
    String title = Wording.axis(exhibit.axis()) + Amount.ofAxis(exhibit.axis()).suffix();
    return isWide(values.getFirst(), values.getLast())
        ? Axis.logAt(title, values)
        : Axis.linearAt(title, values);
  }

  private static Axis up(String title, ImmutableList<Series> series) {
    double least = extreme(series, Series.Point::low, false);
    double most = extreme(series, Series.Point::high, true);
    return isWide(least, most) ? Axis.log(title, least, most) : Axis.fromZero(title, most, 6);
  }

  private static double extreme(
      ImmutableList<Series> series, ToDoubleFunction<Series.Point> value, boolean largest) {
    double sign = largest ? 1 : -1;
    return sign
        * series.stream()
            .flatMap(one -> one.points().stream())
            .mapToDouble(point -> sign * value.applyAsDouble(point))
            .max()
            .orElse(1);
  }

  private static boolean isWide(double least, double most) {
    return least > 0 && most / least >= WIDE;
  }
}
