package shakedown.run.statistics;

import shakedown.measure.Outcome;

/** Two variants on the same random numbers: what differs is the variant, and nothing else. */
public final class Pairs {
  private Pairs() {}

  /** What the variant saves; values of one replication stand at one index. */
  public static Saving saving(long[] baseline, long[] variant, double confidence) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < baseline.length; i++) {
      if (isPair(baseline[i], variant[i])) {
        sum += baseline[i] - variant[i];
        count++;
      }
    }
    double mean = count == 0 ? Double.NaN : sum / count;
    double squares = 0;
    for (int i = 0; i < baseline.length; i++) {
      if (isPair(baseline[i], variant[i])) {
        double off = baseline[i] - variant[i] - mean;
        squares += off * off;
      }
    }
    double half = Critical.halfWidth(squares, count, confidence);
    return new Saving(mean, new Interval(mean - half, mean + half, confidence));
  }

  private static boolean isPair(long baseline, long variant) {
    return baseline != Outcome.NEVER && variant != Outcome.NEVER;
  }
}
