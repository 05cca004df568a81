package shakedown.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import shakedown.config.Experiment;
import shakedown.config.Point;
import shakedown.config.Variant;
import shakedown.measure.Mean;
import shakedown.measure.Metric;

/** From samples to results. */
final class Evaluation {
  private final Experiment experiment;
  private final Bench bench;
  private final double confidence;

  Evaluation(Experiment experiment, Bench bench) {
    this.experiment = experiment;
    this.bench = bench;
    this.confidence = experiment.runs().until().confidence();
  }

  /** Of samples point by point and variant by variant. */
  ImmutableList<Cell> cells(List<? extends List<Samples>> samples) {
    ImmutableList.Builder<Cell> cells = ImmutableList.builder();
    for (int i = 0; i < experiment.points().size(); i++) {
      cells.addAll(cells(experiment.points().get(i), samples.get(i)));
    }
    return cells.build();
  }

  private ImmutableList<Cell> cells(Point point, List<Samples> samples) {
    ImmutableList<Variant> variants = experiment.variants().values().asList();
    int baseline = variants.indexOf(experiment.baseline());
    Samples base = samples.get(baseline);
    double baseTrips = breakdown(experiment.baseline(), point, base).roundTrips();
    ImmutableList.Builder<Cell> cells = ImmutableList.builder();
    for (int i = 0; i < variants.size(); i++) {
      Samples own = samples.get(i);
      Breakdown breakdown = breakdown(variants.get(i), point, own);
      double trips = breakdown.roundTrips();
      cells.add(
          new Cell(
              variants.get(i),
              point,
              own,
              breakdown,
              metrics(point, own, trips),
              i == baseline ? ImmutableMap.of() : savings(base, own, baseTrips - trips)));
    }
    return cells.build();
  }

  private Breakdown breakdown(Variant variant, Point point, Samples samples) {
    double mean = Mean.of(samples.column(Metric.TIME_TO_FIRST_BYTE)).value();
    return Breakdown.of(bench, variant, point, mean);
  }

  private ImmutableMap<String, Estimate> metrics(Point point, Samples samples, double roundTrips) {
    ImmutableMap.Builder<String, Estimate> metrics = ImmutableMap.builder();
    for (Metric metric : Metric.values()) {
      metrics.put(metric.jsonName(), Estimate.of(samples.column(metric), confidence));
    }
    metrics.put(Cell.ROUND_TRIPS, Estimate.exact(roundTrips, confidence));
    double cpu = Mean.of(samples.column(Metric.SERVER_CPU)).value();
    if (cpu > 0) {
      double rate = point.workload().cores() * 1e9 / cpu;
      metrics.put(Cell.SERVER_RATE, Estimate.exact(rate, confidence));
    }
    return metrics.buildOrThrow();
  }

  private ImmutableMap<String, Saving> savings(Samples base, Samples own, double roundTrips) {
    ImmutableMap.Builder<String, Saving> savings = ImmutableMap.builder();
    for (Metric metric : Metric.values()) {
      savings.put(
          metric.jsonName(), Saving.of(base.column(metric), own.column(metric), confidence));
    }
    return savings.put(Cell.ROUND_TRIPS, Saving.exact(roundTrips, confidence)).buildOrThrow();
  }
}
