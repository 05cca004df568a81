package shakedown.run.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Two-sided critical values. */
final class Critical {
  /** From so many degrees on, Student's t is the normal distribution to four digits. */
  private static final int MANY = 20_000;

  private Critical() {}

  static double normal(double confidence) {
    return new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
  }

  /** Half the width of the interval of a mean, from the sum of squared deviations. */
  static double halfWidth(double squares, int count, double confidence) {
    if (count < 2 || squares == 0) {
      return count < 2 ? Double.NaN : 0;
    }
    double deviation = StrictMath.sqrt(squares / (count - 1));
    return student(count - 1, confidence) * deviation / StrictMath.sqrt(count);
  }

  private static double student(int degrees, double confidence) {
    return degrees > MANY
        ? normal(confidence)
        : new TDistribution(null, degrees).inverseCumulativeProbability((1 + confidence) / 2);
  }
}
