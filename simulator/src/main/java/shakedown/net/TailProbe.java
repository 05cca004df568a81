package shakedown.net;

/** Whether a tail loss probe is out, and what became of it (RFC 8985 7). */
final class TailProbe {
  private static final long NONE = -1;
  private static final long FIRST = 1_000_000_000;

  /** A lone segment may be acknowledged as late as a delayed acknowledgement at its worst. */
  private static final long ALONE = 200_000_000;

  private static final long AMONG_OTHERS = 2_000_000;

  private final Outgoing out;
  private long end;
  private boolean isRepeat;

  /** What an acknowledgement says of the probe. */
  enum Fate {
    UNKNOWN,
    SETTLED,
    /** The probe was a repeat, and made good a loss. */
    REPAIRED
  }

  TailProbe(Outgoing out) {
    this.out = out;
  }

  /** None is out. */
  void forget() {
    end = NONE;
  }

  boolean isOut() {
    return end != NONE;
  }

  /** It has left; if it repeats something its answer may be a duplicate SACK. */
  void sent(boolean asRepeat) {
    end = out.next;
    isRepeat = asRepeat;
  }

  /** Whether a duplicate that ends there is the probe. */
  boolean isEchoedAt(long duplicateEnd) {
    return isOut() && isRepeat && duplicateEnd == end;
  }

  /** How long to wait for an acknowledgement before probing. */
  long delay() {
    long roundTrip = out.timeout.roundTrip();
    return roundTrip == 0
        ? FIRST
        : 2 * roundTrip + (out.segments.count() == 1 ? ALONE : AMONG_OTHERS);
  }

  /** Takes in an acknowledgement up to that octet. */
  Fate heard(long acknowledged, Ack ack) {
    if (!isOut() || acknowledged < end) {
      return Fate.UNKNOWN;
    }
    boolean isRepaired = isRepeat && !ack.isDuplicateOfProbe && acknowledged > end;
    boolean isSettled = !isRepeat || ack.isDuplicateOfProbe || acknowledged > end;
    if (!isSettled && (!ack.isEmpty() || ack.sacked > 0)) {
      return Fate.UNKNOWN;
    }
    forget();
    return isRepaired ? Fate.REPAIRED : Fate.SETTLED;
  }
}
