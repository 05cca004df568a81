package shakedown.report;

import com.google.common.collect.ImmutableList;
import shakedown.config.Exhibit;
import shakedown.config.Measure;
import shakedown.config.Measure.Statistic;
import shakedown.measure.Metric;
import shakedown.run.Cell;
import shakedown.run.Estimate;
import shakedown.run.Results;
import shakedown.run.Saving;

/** Variants in rows, numbers in columns, under the conditions of the file. */
final class Tables {
  private Tables() {}

  /** What nearly everyone wants to know first. */
  static Table overview(Results results) {
    ImmutableList<String> head =
        ImmutableList.of(
            "variant",
            "round trips",
            "first byte p50",
            "p95",
            "p99",
            "bytes",
            "server CPU",
            "mean against " + results.experiment().baseline().name());
    return new Table(
        head,
        results.at(results.base()).stream()
            .map(Tables::overview)
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<String> overview(Cell cell) {
    Estimate.At first = cell.metric(Metric.TIME_TO_FIRST_BYTE.jsonName()).at();
    double bytes =
        cell.metric(Metric.CLIENT_BYTES.jsonName()).mean()
            + cell.metric(Metric.SERVER_BYTES.jsonName()).mean();
    return ImmutableList.of(
        cell.variant().name(),
        Figures.fixed(cell.metric(Cell.ROUND_TRIPS).mean(), 1),
        Amount.time(first.p50()),
        Amount.time(first.p95()),
        Amount.time(first.p99()),
        Figures.fixed(bytes, 0),
        Amount.time(cell.metric(Metric.SERVER_CPU.jsonName()).mean()),
        against(cell, Metric.TIME_TO_FIRST_BYTE.jsonName()));
  }

  /** The columns that were asked for. */
  static Table of(Results results, Exhibit.Table exhibit) {
    ImmutableList.Builder<String> head = ImmutableList.builder();
    head.add("variant");
    for (Measure measure : exhibit.of()) {
      head.add(Wording.head(measure));
      if (exhibit.againstBaseline()) {
        head.add("against " + results.experiment().baseline().name());
      }
    }
    Cell baseline = results.cell(results.experiment().baseline().name(), results.base());
    return new Table(
        head.build(),
        results.at(results.base()).stream()
            .map(cell -> row(cell, baseline, exhibit))
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<String> row(Cell cell, Cell baseline, Exhibit.Table exhibit) {
    ImmutableList.Builder<String> row = ImmutableList.builder();
    row.add(cell.variant().name());
    for (Measure measure : exhibit.of()) {
      row.add(written(measure.metric(), cell.value(measure)));
      if (exhibit.againstBaseline()) {
        row.add(against(cell, baseline, measure));
      }
    }
    return row.build();
  }

  /** How it differs from the baseline's; only of means are there pairs, and so an interval. */
  private static String against(Cell cell, Cell baseline, Measure measure) {
    if (measure.statistic() == Statistic.MEAN || cell.savings().isEmpty()) {
      return against(cell, measure.metric());
    }
    double more = cell.value(measure) - baseline.value(measure);
    return (more > 0 ? "+" : "") + written(measure.metric(), more);
  }

  /** How the mean differs from the baseline's: less is negative. */
  private static String against(Cell cell, String metric) {
    Saving saving = cell.savings().get(metric);
    if (saving == null || !Double.isFinite(saving.mean())) {
      return cell.savings().isEmpty() ? "baseline" : "–";
    }
    String sign = saving.mean() < 0 ? "+" : "";
    double half = half(saving);
    return half > 0 && Double.isFinite(half) && metric.endsWith("Nanos")
        ? sign + Amount.time(-saving.mean(), half)
        : sign + written(metric, -saving.mean());
  }

  /** Half the width of a saving's interval. */
  static double half(Saving saving) {
    return (saving.interval().high() - saving.interval().low()) / 2;
  }

  private static String written(String metric, double value) {
    if (metric.endsWith("Nanos")) {
      return Amount.time(value);
    }
    if (!Double.isFinite(value)) {
      return "–";
    }
    if (metric.equals(Cell.ROUND_TRIPS)) {
      return Figures.fixed(value, 1);
    }
    return metric.endsWith("Bytes") ? Figures.fixed(value, 0) : Figures.short3(value);
  }
}
