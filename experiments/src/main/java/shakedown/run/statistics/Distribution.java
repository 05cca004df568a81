package shakedown.run.statistics;

import java.util.Arrays;
import shakedown.measure.Outcome;

/**
 * The values of one number in order of size; {@link Outcome#NEVER} stands at the end and counts as
 * infinite.
 */
public final class Distribution {
  public static final Distribution EMPTY = new Distribution(new long[0]);

  private final long[] sorted;

  private Distribution(long[] sorted) {
    this.sorted = sorted;
  }

  /** Of values in any order. */
  public static Distribution of(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Distribution(sorted);
  }

  /** The union with more values. */
  public Distribution with(Distribution more) {
    long[] merged = new long[sorted.length + more.sorted.length];
    int mine = 0;
    int theirs = 0;
    for (int i = 0; i < merged.length; i++) {
      boolean takeMine =
          theirs == more.sorted.length
              || (mine < sorted.length && sorted[mine] <= more.sorted[theirs]);
      merged[i] = takeMine ? sorted[mine++] : more.sorted[theirs++];
    }
    return new Distribution(merged);
  }

  public int count() {
    return sorted.length;
  }

  /** How many are finite. */
  public int reached() {
    int end = sorted.length;
    while (end > 0 && sorted[end - 1] == Outcome.NEVER) {
      end--;
    }
    return end;
  }

  /** The smallest value that at least this share does not exceed (nearest rank). */
  public double quantile(double share) {
    int rank = (int) StrictMath.ceil(share * sorted.length - 1e-9);
    return at(rank - 1);
  }

  /**
   * Where the true quantile lies: between two order statistics, by the normal approximation of the
   * binomial distribution (Conover, Practical Nonparametric Statistics, 3.2).
   */
  public Interval quantileInterval(double share, double confidence) {
    double n = sorted.length;
    double reach = Critical.normal(confidence) * StrictMath.sqrt(n * share * (1 - share));
    int low = (int) StrictMath.floor(n * share - reach);
    int high = (int) StrictMath.ceil(n * share + reach);
    return new Interval(at(low - 1), at(high), confidence);
  }

  /** Mean of the finite values; NaN if there are none. */
  public double mean() {
    int count = reached();
    return count == 0 ? Double.NaN : sum(count) / count;
  }

  /** Where the true mean of the finite values lies (Student's t). */
  public Interval meanInterval(double confidence) {
    int count = reached();
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (sorted[i] - mean) * (sorted[i] - mean);
    }
    double half = Critical.halfWidth(squares, count, confidence);
    return new Interval(mean - half, mean + half, confidence);
  }

  /** All of it in short. */
  public Estimate estimate(double confidence) {
    return new Estimate(
        count(),
        mean(),
        new Estimate.Quantiles(quantile(0.5), quantile(0.9), quantile(0.95), quantile(0.99)),
        meanInterval(confidence));
  }

  private double at(int index) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    long value = sorted[Math.clamp(index, 0, sorted.length - 1)];
    return value == Outcome.NEVER ? Double.POSITIVE_INFINITY : value;
  }

  private double sum(int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum = Math.addExact(sum, sorted[i]);
    }
    return sum;
  }
}
