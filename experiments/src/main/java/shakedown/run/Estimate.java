package shakedown.run;

import shakedown.measure.Interval;
import shakedown.measure.Mean;
import shakedown.measure.Outcome;
import shakedown.measure.Quantiles;

/**
 * What replications say about one number.
 *
 * @param count replications, those that failed included
 * @param mean over those in which it was reached; infinite if it never was
 * @param at quantiles, with what was not reached counted as infinite
 * @param interval of the mean (Student's t)
 */
public record Estimate(int count, double mean, At at, Interval interval) {

  /** Quantiles; infinite where so many replications failed. */
  public record At(double p50, double p90, double p95, double p99) {}

  /** Of values in order of replications. */
  static Estimate of(long[] values, double confidence) {
    Mean mean = Mean.of(values);
    Quantiles quantiles = Quantiles.of(values);
    At at =
        new At(
            value(quantiles.at(0.5)),
            value(quantiles.at(0.9)),
            value(quantiles.at(0.95)),
            value(quantiles.at(0.99)));
    return new Estimate(values.length, mean.value(), at, mean.interval(confidence));
  }

  /** Of a number that is the same each time. */
  static Estimate exact(double value, double confidence) {
    At at = new At(value, value, value, value);
    return new Estimate(1, value, at, new Interval(value, value, confidence));
  }

  /** Infinite for what was not reached. */
  public static double value(long sample) {
    return sample == Outcome.NEVER ? Double.POSITIVE_INFINITY : sample;
  }
}
