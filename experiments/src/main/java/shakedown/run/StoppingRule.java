package shakedown.run;

import com.google.common.primitives.Longs;
import java.util.Arrays;
import java.util.Optional;
import shakedown.config.Measure.Statistic;
import shakedown.config.Runs.Until;
import shakedown.measure.Interval;
import shakedown.measure.Mean;
import shakedown.measure.Metric;
import shakedown.measure.Quantiles;

/**
 * Whether what is wanted is known well enough at a point, for every variant. Asked after each block
 * in order, so that neither threads nor blocks computed ahead decide.
 */
final class StoppingRule {
  private final Until until;
  private final Optional<Metric> metric;
  private final long[][] seen;

  StoppingRule(Until until, int variants) {
    this.until = until;
    this.metric = Statistics.metric(until.measure());
    this.seen = new long[variants][0];
  }

  /** Whether it is enough, with this block and those before. */
  boolean isMetWith(Block block) {
    if (until.relativeError() == 0) {
      return false;
    }
    if (metric.isEmpty()) {
      // What is no sample, as round trips, is exact from the start.
      return true;
    }
    boolean isMet = true;
    for (int i = 0; i < seen.length; i++) {
      seen[i] = Longs.concat(seen[i], block.variants().get(i).column(metric.get()));
      // Nearly sorted from the second time on, which the JDK's sort takes in one pass.
      Arrays.sort(seen[i]);
      isMet &= interval(seen[i]).relativeError() <= until.relativeError();
    }
    return isMet;
  }

  private Interval interval(long[] sorted) {
    Statistic statistic = until.measure().statistic();
    return statistic == Statistic.MEAN
        ? Mean.of(sorted).interval(until.confidence())
        : Quantiles.of(sorted).interval(Statistics.share(statistic), until.confidence());
  }
}
