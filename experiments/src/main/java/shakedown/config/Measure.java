package shakedown.config;

/**
 * A number of the results.
 *
 * @param metric its name in {@code summary.json}, as {@code timeToFirstByteNanos}
 */
public record Measure(String metric, Statistic statistic) {

  /** Of a distribution. */
  public enum Statistic {
    MEAN,
    P50,
    P90,
    P95,
    P99
  }
}
