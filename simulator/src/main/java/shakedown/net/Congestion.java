package shakedown.net;

/**
 * How many segments may be under way: slow start, CUBIC's friendly region after it, and the
 * reduction after a loss (RFC 9438, RFC 6937, and Linux where it differs).
 */
final class Congestion {
  private static final int UNBOUNDED = 1 << 30;
  private static final int LEAST = 2;

  /** CUBIC's factor of 0.7 in 1024ths, as Linux rounds it. */
  private static final int KEEP = 717;

  private int window;
  private int threshold;

  private boolean isWindowLimited;
  private int mostOut;
  private long usageEnd;

  private int acknowledged;
  private int epochThreshold;
  private int epochAcknowledged;
  private int friendlyWindow;

  private int windowBefore;
  private int thresholdBefore;

  private int reducedFrom;
  private int delivered;
  private int sent;

  void reset(int initialWindow) {
    window = initialWindow;
    threshold = UNBOUNDED;
    isWindowLimited = false;
    mostOut = 0;
    usageEnd = 0;
    acknowledged = 0;
    epochThreshold = 0;
    reducedFrom = 0;
  }

  int window() {
    return window;
  }

  void set(int segments) {
    window = segments;
  }

  /** After sending: slow start goes on only while the window is what holds the sender back. */
  void used(int packetsOut, boolean isLimited, long una, long next) {
    if (una >= usageEnd || isLimited || (!isWindowLimited && packetsOut > mostOut)) {
      isWindowLimited = isLimited;
      mostOut = packetsOut;
      usageEnd = next;
    }
  }

  /** So many segments were acknowledged outside recovery. */
  void grow(int segments) {
    boolean isSlowStart = window < threshold;
    if (!isWindowLimited && !(isSlowStart && window < 2 * mostOut)) {
      return;
    }
    int left = segments;
    if (isSlowStart) {
      int grown = Math.min(window + segments, threshold);
      left -= grown - window;
      window = grown;
    }
    if (left > 0 && window >= threshold) {
      avoid(left);
    }
  }

  /** Recovery begins. */
  void reduce() {
    lowerThreshold();
    reducedFrom = window;
    delivered = 0;
    sent = 0;
  }

  void lowerThreshold() {
    threshold = Math.max(LEAST, window * KEEP / 1024);
  }

  /** Keeps what a reduction takes, in case it proves needless. */
  void remember() {
    windowBefore = window;
    thresholdBefore = threshold;
  }

  /** The last reduction was needless. */
  void restore() {
    window = Math.max(window, windowBefore);
    threshold = Math.max(threshold, thresholdBefore);
  }

  /** Recovery has ended. */
  void settle() {
    if (threshold < UNBOUNDED) {
      window = threshold;
    }
  }

  /** A segment left during recovery. */
  void sentInRecovery() {
    sent++;
  }

  /** Proportional rate reduction (RFC 6937) with Linux's reduction bound. */
  void deliver(int segments, boolean hasAdvanced, int newlyLost, int inFlight) {
    if (segments <= 0) {
      return;
    }
    delivered += segments;
    int room = threshold - inFlight;
    int allowed;
    if (room < 0) {
      allowed = Math.ceilDiv(threshold * delivered, reducedFrom) - sent;
    } else {
      allowed = Math.max(delivered - sent, segments) + (hasAdvanced && newlyLost == 0 ? 1 : 0);
      allowed = Math.min(room, allowed);
    }
    window = inFlight + Math.max(allowed, sent > 0 ? 0 : 1);
  }

  private void avoid(int segments) {
    int step = friendlyStep(segments);
    if (acknowledged >= step) {
      acknowledged = 0;
      window++;
    }
    acknowledged += segments;
    if (acknowledged >= step) {
      int grown = acknowledged / step;
      acknowledged -= grown * step;
      window += grown;
    }
  }

  /** Segments to acknowledge before the window grows by one: CUBIC as fast as Reno would. */
  private int friendlyStep(int segments) {
    if (epochThreshold != threshold) {
      epochThreshold = threshold;
      epochAcknowledged = 0;
      friendlyWindow = window;
    }
    epochAcknowledged += segments;
    int step = (window * 15) >> 3;
    while (epochAcknowledged > step) {
      epochAcknowledged -= step;
      friendlyWindow++;
    }
    int slowest = 20;
    return friendlyWindow > window
        ? Math.max(Math.min(slowest, window / (friendlyWindow - window)), 2)
        : slowest;
  }
}
