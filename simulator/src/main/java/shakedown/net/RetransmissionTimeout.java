package shakedown.net;

/**
 * How long an acknowledgement is waited for. Linux departs from RFC 6298: the variance has a floor
 * of 200 ms, rises at once and falls once a window ({@code tcp_rtt_estimator}).
 */
final class RetransmissionTimeout {
  /** The kernel's tick at HZ=250; timeouts are whole ticks. */
  static final long JIFFY = 4_000_000;

  private static final long INITIAL = 1_000_000_000;
  private static final long LEAST_VARIANCE = 200_000_000;
  private static final long MOST = 120_000_000_000L;

  /** Eight times the smoothed round trip; 0 before the first sample. */
  private long smoothed;

  /** Four times the mean deviation, and the largest of this window. */
  private long deviation;

  private long largestDeviation;
  private long variance;
  private long windowEnd;
  private long nanos;

  void reset() {
    smoothed = 0;
    deviation = 0;
    largestDeviation = 0;
    variance = 0;
    windowEnd = 0;
    nanos = INITIAL;
  }

  long nanos() {
    return nanos;
  }

  /** The smoothed round trip; 0 before the first sample. */
  long roundTrip() {
    return smoothed >> 3;
  }

  void backOff() {
    nanos = Math.min(2 * nanos, MOST);
  }

  /**
   * Takes in a round trip.
   *
   * @param acknowledged the first octet not yet acknowledged
   * @param next the first octet not yet sent
   */
  void sample(long roundTrip, long acknowledged, long next) {
    if (smoothed == 0) {
      smoothed = 8 * roundTrip;
      deviation = 2 * roundTrip;
      variance = Math.max(deviation, LEAST_VARIANCE);
      largestDeviation = variance;
      windowEnd = next;
    } else {
      follow(roundTrip - (smoothed >> 3), acknowledged, next);
    }
    nanos = wholeJiffies((smoothed >> 3) + variance);
  }

  private void follow(long error, long acknowledged, long next) {
    smoothed += error;
    long excess = Math.abs(error) - (deviation >> 2);
    if (error < 0 && excess > 0) {
      excess >>= 3;
    }
    deviation += excess;
    if (deviation > largestDeviation) {
      largestDeviation = deviation;
      variance = Math.max(variance, largestDeviation);
    }
    if (acknowledged > windowEnd) {
      if (largestDeviation < variance) {
        variance -= (variance - largestDeviation) >> 2;
      }
      windowEnd = next;
      largestDeviation = LEAST_VARIANCE;
    }
  }

  static long wholeJiffies(long nanos) {
    return Math.ceilDiv(nanos, JIFFY) * JIFFY;
  }
}
