package shakedown.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import shakedown.config.Experiment;
import shakedown.config.Point;
import shakedown.config.Variant;
import shakedown.measure.Metric;
import shakedown.run.statistics.Estimate;
import shakedown.run.statistics.Interval;
import shakedown.run.statistics.Pairs;
import shakedown.run.statistics.Saving;

/** From samples to results. */
public final class Evaluation {
  private final Experiment experiment;
  private final Bench bench;
  private final double confidence;

  public Evaluation(Experiment experiment, Bench bench) {
    this.experiment = experiment;
    this.bench = bench;
    this.confidence = experiment.runs().until().confidence();
  }

  /** Of samples point by point and variant by variant. */
  public ImmutableList<Cell> cells(List<? extends List<Samples>> samples) {
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
    double mean = samples.distribution(Metric.TIME_TO_FIRST_BYTE).mean();
    return Breakdown.of(bench, variant, point, mean);
  }

  private ImmutableMap<String, Estimate> metrics(Point point, Samples samples, double roundTrips) {
    ImmutableMap.Builder<String, Estimate> metrics = ImmutableMap.builder();
    for (Metric metric : Metric.values()) {
      metrics.put(metric.jsonName(), samples.distribution(metric).estimate(confidence));
    }
    metrics.put(Cell.ROUND_TRIPS, Estimate.exact(roundTrips, confidence));
    double cpu = samples.distribution(Metric.SERVER_CPU).mean();
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
          metric.jsonName(), Pairs.saving(base.column(metric), own.column(metric), confidence));
    }
    Interval exact = new Interval(roundTrips, roundTrips, confidence);
    return savings.put(Cell.ROUND_TRIPS, new Saving(roundTrips, exact)).buildOrThrow();
  }
}
