package shakedown.net;

import shakedown.engine.Clock;
import shakedown.engine.Timer;
import shakedown.net.TcpOptions.Timers;

/**
 * A timer of the kernel, in whole jiffies. The wheel of Linux is coarser the farther a deadline is,
 * and then late: up to 4 ms below 252 ms, up to 36 ms from there on, up to 260 ms from 2 s on.
 */
final class KernelTimer {
  private static final long JIFFY = RetransmissionTimeout.JIFFY;
  private static final int LEVEL = 63;
  private static final int FINER = 8;
  private static final int LEVELS = 4;

  /** The coarsest slot: where the wheel stands repeats after that. */
  static final long REVOLUTION = 512 * JIFFY;

  private final Clock clock;
  private final Timers kind;
  private final Timer timer;
  private long phase;
  private long deadline;

  KernelTimer(Clock clock, Timers kind, Runnable expiry) {
    this.clock = clock;
    this.kind = kind;
    this.timer = new Timer(clock, expiry);
  }

  /** At rest, on a host whose jiffies began so long before the clock. */
  void reset(long hostPhase) {
    timer.reset();
    phase = hostPhase;
  }

  /** Expires after that time, rounded up to jiffies, or when the wheel gets to it. */
  void set(long nanos) {
    long jiffies = Math.max(1, Math.ceilDiv(nanos, JIFFY));
    deadline = clock.now() + jiffies * JIFFY;
    timer.set(kind == Timers.EXACT ? jiffies * JIFFY : onWheel(jiffies));
  }

  void stop() {
    timer.stop();
  }

  boolean isSet() {
    return timer.isSet();
  }

  /** When it was to expire, however late the wheel is. */
  long deadline() {
    return deadline;
  }

  private long onWheel(long jiffies) {
    long slot = 1;
    for (int level = 0; level < LEVELS - 1 && jiffies >= LEVEL * slot; level++) {
      slot *= FINER;
    }
    long current = (clock.now() + phase) / JIFFY;
    long due = (current + jiffies + slot) / slot * slot;
    return due * JIFFY - phase - clock.now();
  }
}
