package shakedown.net;

import shakedown.engine.Clock;
import shakedown.net.TcpOptions.Timers;

/** The one timer of the sending half, for whichever end comes first (icsk_retransmit_timer). */
final class LossTimer {
  private static final long MOST = 120_000_000_000L;

  private final KernelTimer timer;
  private Kind kind = Kind.NONE;

  /** What the timer waits for. */
  enum Kind {
    NONE,
    /** The retransmission timeout. */
    TIMEOUT,
    /** Too long without an acknowledgement: a tail loss probe (RFC 8985 7). */
    PROBE,
    /** A segment that may only be late will be lost (RFC 8985 6.2, step 5). */
    REORDERING
  }

  LossTimer(Clock clock, Timers timers, Runnable expiry) {
    this.timer = new KernelTimer(clock, timers, expiry);
  }

  void reset(long hostPhase) {
    timer.reset(hostPhase);
    kind = Kind.NONE;
  }

  Kind kind() {
    return kind;
  }

  void arm(Kind other, long nanos) {
    kind = other;
    timer.set(Math.min(nanos, MOST));
  }

  void stop() {
    kind = Kind.NONE;
    timer.stop();
  }

  /** The timer waits, but nobody knows any more what for: its kind was dealt with. */
  void forget() {
    kind = Kind.NONE;
  }
}
