package shakedown.run;

import java.util.Arrays;
import shakedown.measure.Interval;
import shakedown.measure.Mean;
import shakedown.measure.Outcome;

/**
 * What a variant saves against the baseline: the mean of the differences, baseline less variant, of
 * the replications in which both reached the number, and its interval (Student's t on the pairs).
 * Both met the same random numbers, so what differs is the variant and nothing else.
 */
public record Saving(double mean, Interval interval) {

  /** Of values that stand at the index of their replication. */
  static Saving of(long[] baseline, long[] variant, double confidence) {
    long[] differences = new long[baseline.length];
    Arrays.setAll(differences, i -> difference(baseline[i], variant[i]));
    Mean mean = Mean.of(differences);
    return new Saving(mean.value(), mean.interval(confidence));
  }

  static Saving exact(double value, double confidence) {
    return new Saving(value, new Interval(value, value, confidence));
  }

  private static long difference(long baseline, long variant) {
    return baseline == Outcome.NEVER || variant == Outcome.NEVER
        ? Outcome.NEVER
        : baseline - variant;
  }
}
