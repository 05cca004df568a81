package shakedown.net;

/** Whether a reduction of the window has proved needless, and can be undone (tcp_may_undo). */
final class Undo {
  private static final long NONE = -1;
  private static final int NO_REPEATS_YET = -1;
  private static final long MILLI = 1_000_000;

  private boolean isPending;
  private int repeats;
  private long firstRepeatMillis;
  private long echo;

  void reset() {
    isPending = false;
    repeats = 0;
    firstRepeatMillis = NONE;
  }

  /** The window was reduced, with so many repeats under way. */
  void begin(int repeatsUnderWay) {
    isPending = true;
    repeats = repeatsUnderWay > 0 ? repeatsUnderWay : NO_REPEATS_YET;
  }

  /** Nothing is left to be undone. */
  void done() {
    isPending = false;
  }

  boolean isPending() {
    return isPending;
  }

  /** A segment was sent again. */
  void repeated(long now) {
    repeats = Math.max(repeats, 0) + 1;
    if (firstRepeatMillis == NONE) {
      firstRepeatMillis = now / MILLI;
    }
  }

  /** What is repeated from now on is another matter. */
  void forgetRepeats() {
    firstRepeatMillis = NONE;
  }

  /** A segment that was repeated came twice: one repeat less that was needed. */
  void repeatWasNeedless() {
    if (isPending && repeats > 0) {
      repeats--;
    }
  }

  /** An acknowledgement echoes that stamp. */
  void heard(long echoMillis) {
    echo = echoMillis;
  }

  /** Whether the receiver had all that was sent again. */
  boolean wasAllNeedless() {
    return isPending && repeats == 0;
  }

  /** Eifel: what is acknowledged was sent before anything was repeated (RFC 3522). */
  boolean isOfOriginals() {
    return isPending && firstRepeatMillis != NONE && echo < firstRepeatMillis;
  }

  boolean isDue() {
    return wasAllNeedless() || isOfOriginals();
  }
}
