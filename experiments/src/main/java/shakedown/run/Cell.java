package shakedown.run;

import com.google.common.collect.ImmutableMap;
import shakedown.config.Measure;
import shakedown.config.Measure.Statistic;
import shakedown.config.Point;
import shakedown.config.Variant;
import shakedown.measure.Interval;
import shakedown.measure.Quantiles;

/**
 * One variant at one point: what was measured, and what of it can be said.
 *
 * @param metrics by their names in JSON
 * @param savings against the baseline at the same point; empty for the baseline itself
 */
public record Cell(
    Variant variant,
    Point point,
    Samples samples,
    Breakdown breakdown,
    ImmutableMap<String, Estimate> metrics,
    ImmutableMap<String, Saving> savings) {

  /** Name of the metric that no replication varies. */
  public static final String ROUND_TRIPS = "roundTrips";

  /** Name of what the server's cores can do, absent if computing takes no time. */
  public static final String SERVER_RATE = "serverHandshakesPerSecond";

  /** The estimate of a metric that was measured. */
  public Estimate metric(String name) {
    Estimate estimate = metrics.get(name);
    if (estimate == null) {
      throw new IllegalArgumentException(
          "no metric " + name + "; expected one of " + metrics.keySet());
    }
    return estimate;
  }

  /** What is asked for; NaN if it was not measured, as the rate of a server that costs nothing. */
  public double value(Measure measure) {
    Estimate estimate = metrics.get(measure.metric());
    if (estimate == null) {
      return Double.NaN;
    }
    return switch (measure.statistic()) {
      case MEAN -> estimate.mean();
      case P50 -> estimate.at().p50();
      case P90 -> estimate.at().p90();
      case P95 -> estimate.at().p95();
      case P99 -> estimate.at().p99();
    };
  }

  /**
   * All values of what is asked for.
   *
   * @throws IllegalArgumentException if it is the same each time, as round trips
   */
  public Quantiles quantiles(Measure measure) {
    return samples.quantiles(
        Statistics.metric(measure)
            .orElseThrow(
                () -> new IllegalArgumentException(measure.metric() + " has no distribution")));
  }

  /** Where its true value lies. */
  public Interval interval(Measure measure) {
    Interval ofMean = metric(measure.metric()).interval();
    if (measure.statistic() == Statistic.MEAN) {
      return ofMean;
    }
    double share = Statistics.share(measure.statistic());
    return Statistics.metric(measure)
        .map(metric -> samples.quantiles(metric).interval(share, ofMean.confidence()))
        .orElse(ofMean);
  }
}
