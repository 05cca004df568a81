package shakedown.measure;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of samples that came; one that is {@link Outcome#NEVER} has no value and counts among
 * the failed only.
 *
 * @param count how many samples it is of
 * @param value infinite if there are none
 * @param deviation the standard deviation of a sample
 */
public record Mean(int count, double value, double deviation) {

  /** Of samples in their order, in which they are added up. */
  public static Mean of(long[] samples) {
    int count = 0;
    double sum = 0;
    for (long sample : samples) {
      if (sample != Outcome.NEVER) {
        count++;
        sum += sample;
      }
    }
    double mean = count == 0 ? Double.POSITIVE_INFINITY : sum / count;
    double squares = 0;
    for (long sample : samples) {
      if (sample != Outcome.NEVER) {
        squares += (sample - mean) * (sample - mean);
      }
    }
    return new Mean(count, mean, count < 2 ? 0 : StrictMath.sqrt(squares / (count - 1)));
  }

  /** Student's interval; unbounded from fewer than two samples. */
  public Interval interval(double confidence) {
    checkArgument(
        confidence > 0 && confidence < 1, "confidence %s; expected between 0 and 1", confidence);
    if (count < 2) {
      return new Interval(0, Double.POSITIVE_INFINITY, confidence);
    }
    double quantile =
        new TDistribution(null, count - 1).inverseCumulativeProbability((1 + confidence) / 2);
    double half = deviation == 0 ? 0 : quantile * deviation / StrictMath.sqrt(count);
    return new Interval(value - half, value + half, confidence);
  }
}
