package shakedown.run.statistics;

/**
 * What replications say about one number.
 *
 * @param count replications, those that failed included
 * @param mean over those in which it was reached; NaN if it never was
 * @param quantiles with what was not reached counted as infinite
 * @param interval of the mean (Student's t)
 */
public record Estimate(int count, double mean, Quantiles quantiles, Interval interval) {

  /** Infinite where so many replications failed. */
  public record Quantiles(double p50, double p90, double p95, double p99) {}

  /** Of a number that is the same each time. */
  public static Estimate exact(double value, double confidence) {
    return new Estimate(
        1,
        value,
        new Quantiles(value, value, value, value),
        new Interval(value, value, confidence));
  }
}
