package shakedown.measure;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Exact quantiles of samples that are not negative. A connection that failed has the sample {@link
 * Outcome#NEVER}, greater than all others, and so counts as infinite.
 */
public final class Quantiles {
  private final long[] sorted;

  private Quantiles(long[] sorted) {
    this.sorted = sorted;
  }

  /** Of at least one sample; the array is copied. */
  public static Quantiles of(long[] samples) {
    checkArgument(samples.length > 0, "no samples; expected at least one");
    long[] sorted = samples.clone();
    Arrays.sort(sorted);
    return new Quantiles(sorted);
  }

  public int count() {
    return sorted.length;
  }

  /** The least sample that is not exceeded by that share of all (nearest rank). */
  public long at(double share) {
    checkArgument(share > 0 && share <= 1, "share %s; expected more than 0, at most 1", share);
    int rank = (int) StrictMath.ceil(share * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }

  /**
   * Between two order statistics: how many samples lie below the true quantile is binomial,
   * whatever their distribution (David and Nagaraja, Order Statistics, 7.1). Unbounded above if
   * there are too few samples; at least 0.
   */
  public Interval interval(double share, double confidence) {
    checkArgument(
        confidence > 0 && confidence < 1, "confidence %s; expected between 0 and 1", confidence);
    BinomialDistribution below = new BinomialDistribution(null, sorted.length, share);
    double outside = (1 - confidence) / 2;
    int low = below.inverseCumulativeProbability(outside);
    int high = below.inverseCumulativeProbability(1 - outside) + 1;
    return new Interval(
        low < 1 ? 0 : value(sorted[low - 1]),
        high > sorted.length ? Double.POSITIVE_INFINITY : value(sorted[high - 1]),
        confidence);
  }

  private static double value(long sample) {
    return sample == Outcome.NEVER ? Double.POSITIVE_INFINITY : sample;
  }
}
