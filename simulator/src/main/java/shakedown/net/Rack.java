package shakedown.net;

/**
 * Finds losses by time (RFC 8985): what was sent well before a segment that has arrived is lost.
 * Links here never reorder, so the window for it stays at its first step.
 */
final class Rack {
  private static final int MOST_STEPS = 255;

  private final Outgoing out;

  /** The newest segment delivered: when it was sent, where it ends, how long it took. */
  private long sentAt;

  private long end;
  private long roundTrip;
  private long leastRoundTrip;
  private boolean hasAdvanced;
  private int steps;
  private boolean hasLostRepeat;

  Rack(Outgoing out) {
    this.out = out;
  }

  void reset() {
    sentAt = -1;
    end = 0;
    roundTrip = 0;
    leastRoundTrip = Long.MAX_VALUE;
    hasAdvanced = false;
    steps = 1;
  }

  void sample(long nanos) {
    leastRoundTrip = Math.min(leastRoundTrip, Math.max(1, nanos));
  }

  /** A duplicate arrived: reordering looks likelier. */
  void widen() {
    steps = Math.min(MOST_STEPS, steps + 1);
  }

  /** Looks again at the next occasion, though nothing newer was delivered. */
  void lookAgain() {
    hasAdvanced = true;
  }

  /** A segment was delivered. A repeat too soon for the network answers its first sending. */
  void delivered(int segment) {
    long sent = out.segments.sentAt(segment);
    long took = out.now() - sent;
    if (out.segments.wasRepeated(segment) && took < leastRoundTrip) {
      return;
    }
    hasAdvanced = true;
    roundTrip = took;
    if (isBefore(sentAt, end, sent, out.segments.to(segment))) {
      sentAt = sent;
      end = out.segments.to(segment);
    }
  }

  /** Whether an acknowledgement since the last look showed something newer. */
  boolean takeAdvance() {
    boolean advanced = hasAdvanced;
    hasAdvanced = false;
    return advanced;
  }

  /**
   * Marks what is lost.
   *
   * @param isRepairing in recovery no time is given for reordering
   * @return how long until the next may be lost; 0 if none
   */
  long mark(boolean isRepairing) {
    hasLostRepeat = false;
    Segments segments = out.segments;
    long window = window(isRepairing);
    long wait = 0;
    for (int i = 0; i < segments.count(); i++) {
      boolean isSettled =
          segments.isSacked(i) || (segments.isLost(i) && !segments.isRepeatUnderWay(i));
      if (isSettled || !isBefore(segments.sentAt(i), segments.to(i), sentAt, end)) {
        continue;
      }
      long left = roundTrip + window - (out.now() - segments.sentAt(i));
      if (left > 0) {
        wait = Math.max(wait, left);
      } else {
        hasLostRepeat |= segments.isRepeatUnderWay(i);
        segments.markRepeatLost(i);
        segments.markLost(i);
      }
    }
    return wait;
  }

  /** Whether the last look found a repeat lost. */
  boolean hasLostRepeat() {
    return hasLostRepeat;
  }

  /** Whether a segment was sent so late that it may still arrive. */
  boolean mayArrive(int segment) {
    return roundTrip > 0 && roundTrip > out.now() - out.segments.sentAt(segment);
  }

  private long window(boolean isRepairing) {
    boolean isUrgent = isRepairing || out.segments.sacked() >= 3;
    return isUrgent ? 0 : Math.min((leastRoundTrip >> 2) * steps, out.timeout.roundTrip());
  }

  private static boolean isBefore(long sent, long to, long otherSent, long otherTo) {
    return sent < otherSent || (sent == otherSent && to < otherTo);
  }
}
