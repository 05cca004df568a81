package shakedown.datagram;

/**
 * How long one waits for an answer (RFC 6347 4.2.4.1).
 *
 * @param firstNanos until a flight is sent again for the first time; twice as long each next time
 * @param mostNanos the longest wait
 * @param resends how often a flight is sent again before the peer counts as gone
 */
public record Patience(long firstNanos, long mostNanos, int resends) {
  private static final long SECOND = 1_000_000_000L;

  /** One second at first, a minute at most. */
  public static final Patience RFC = new Patience(SECOND, 60 * SECOND, 7);

  long nanos(int timeouts) {
    long nanos = firstNanos;
    for (int i = 0; i < timeouts && nanos < mostNanos; i++) {
      nanos *= 2;
    }
    return Math.min(nanos, mostNanos);
  }
}
