package shakedown.run;

import java.util.Optional;
import java.util.stream.Stream;
import shakedown.config.Measure;
import shakedown.config.Measure.Statistic;
import shakedown.measure.Metric;

/** The statistics that a configuration can name. */
final class Statistics {
  private Statistics() {}

  /** The number of a sample that a measure is about; none if it is none of a sample. */
  static Optional<Metric> metric(Measure measure) {
    return Stream.of(Metric.values())
        .filter(metric -> metric.jsonName().equals(measure.metric()))
        .findFirst();
  }

  /** The share below a quantile. */
  static double share(Statistic statistic) {
    return switch (statistic) {
      case MEAN -> throw new IllegalArgumentException("a mean is no quantile");
      case P50 -> 0.5;
      case P90 -> 0.9;
      case P95 -> 0.95;
      case P99 -> 0.99;
    };
  }
}
