package shakedown.run;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import shakedown.config.Measure.Statistic;
import shakedown.config.Runs.Until;
import shakedown.measure.Metric;
import shakedown.run.statistics.Distribution;
import shakedown.run.statistics.Interval;

/**
 * Whether what is wanted is known well enough at a point, for every variant. Asked after each block
 * in order, so that neither threads nor blocks computed ahead decide.
 *
 * @param seen the wanted number of each variant so far
 */
record StoppingRule(Until until, ImmutableList<Distribution> seen) {

  static StoppingRule start(Until until, int variants) {
    return new StoppingRule(
        until, ImmutableList.copyOf(Collections.nCopies(variants, Distribution.EMPTY)));
  }

  StoppingRule after(Block block) {
    Optional<Metric> metric = Statistics.metric(until.measure());
    if (metric.isEmpty()) {
      return this;
    }
    return new StoppingRule(
        until,
        IntStream.range(0, seen.size())
            .mapToObj(i -> seen.get(i).with(block.variants().get(i).distribution(metric.get())))
            .collect(ImmutableList.toImmutableList()));
  }

  boolean isMet() {
    // What is no sample, as round trips, is exact from the start.
    return until.relativeError() > 0
        && (Statistics.metric(until.measure()).isEmpty() || seen.stream().allMatch(this::isKnown));
  }

  private boolean isKnown(Distribution distribution) {
    double confidence = until.confidence();
    Statistic statistic = until.measure().statistic();
    Interval interval =
        statistic == Statistic.MEAN
            ? distribution.meanInterval(confidence)
            : distribution.quantileInterval(Statistics.share(statistic), confidence);
    double middle = Statistics.of(statistic, distribution);
    return interval.half() <= until.relativeError() * Math.abs(middle);
  }
}
