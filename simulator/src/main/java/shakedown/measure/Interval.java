package shakedown.measure;

/**
 * Where a true value lies.
 *
 * @param low its lower end
 * @param high its upper end; infinite if the samples do not bound it
 * @param confidence that it holds the value, as 0.95
 */
public record Interval(double low, double high, double confidence) {
  /** Half its width over its middle; infinite if it is not bounded. */
  public double relativeError() {
    double middle = (low + high) / 2;
    return high == low ? 0 : (high - low) / 2 / middle;
  }
}
