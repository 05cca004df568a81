package shakedown.run.statistics;

/** Where a true value lies, with that confidence (0.95 for 95 per cent). */
public record Interval(double low, double high, double confidence) {

  /** Half the width. */
  public double half() {
    return (high - low) / 2;
  }
}
