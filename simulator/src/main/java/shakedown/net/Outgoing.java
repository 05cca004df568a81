package shakedown.net;

import shakedown.engine.Clock;

/**
 * What all parts of the sending half look at: the stream as far as it is, and what is under way.
 */
final class Outgoing {
  /** Linux's clock counts microseconds, and no two segments bear the same. */
  private static final long TICK = 1000;

  private final Clock clock;

  final Segments segments = new Segments();
  final Congestion congestion = new Congestion();
  final RetransmissionTimeout timeout;

  /** The first octet not yet acknowledged, the first not yet sent, the end of what was written. */
  long acknowledged;

  long next;
  long written;

  private long lastStamp;

  Outgoing(Clock clock, RetransmissionTimeout timeout) {
    this.clock = clock;
    this.timeout = timeout;
  }

  void reset(int initialWindow) {
    segments.reset();
    congestion.reset(initialWindow);
    acknowledged = 0;
    next = 0;
    written = 0;
    lastStamp = -TICK;
  }

  long now() {
    return clock.now();
  }

  /** The time that a segment which leaves now bears. */
  long stamp() {
    lastStamp = Math.max(clock.now(), lastStamp + TICK);
    return lastStamp;
  }

  boolean hasUnsent() {
    return next < written;
  }

  boolean isWindowFull() {
    return segments.inFlight() >= congestion.window();
  }
}
