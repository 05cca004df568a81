package shakedown.net;

import shakedown.engine.Clock;
import shakedown.engine.Timer;

/** The sending half of an end: what was written, what is under way, and what is sent again. */
final class Sender {
  /** Where segments go. */
  interface Output {
    /** Octets leave for the first time. */
    void sendNew(long from, long to);

    /** Octets leave again. */
    void sendAgain(long from, long to);
  }

  private enum State {
    OPEN,
    /** A segment was found lost by what came after it. */
    RECOVERY,
    /** The timer expired: all that was not selectively acknowledged counts as lost. */
    LOSS
  }

  /** So many segments acknowledged above a hole make it a loss (RFC 6675). */
  private static final int DUPLICATES = 3;

  private static final long NONE = -1;
  private static final long MILLI = 1_000_000;

  private final Clock clock;
  private final RetransmissionTimeout timeout;
  private final int mss;
  private final TcpOptions options;
  private final Output output;
  private final Timer timer;
  private final Segments segments = new Segments();
  private final Congestion congestion = new Congestion();

  private long acknowledged;
  private long next;
  private long written;
  private long smallEnd;
  private State state = State.OPEN;
  private long recoveryEnd;
  private boolean isBackedOff;

  private int acked;
  private int delivered;
  private boolean ackedRepeat;
  private long oldestAcked;
  private long oldestSacked;

  Sender(Clock clock, RetransmissionTimeout timeout, int mss, TcpOptions options, Output output) {
    this.clock = clock;
    this.timeout = timeout;
    this.mss = mss;
    this.options = options;
    this.output = output;
    this.timer = new Timer(clock, this::expired);
  }

  void reset() {
    segments.reset();
    congestion.reset(options.initialWindow());
    timer.reset();
    acknowledged = 0;
    next = 0;
    written = 0;
    smallEnd = 0;
    state = State.OPEN;
    recoveryEnd = 0;
    isBackedOff = false;
  }

  /** The octets written so far. */
  long written() {
    return written;
  }

  void write(int octets) {
    written += octets;
  }

  /** A round trip was measured while the connection opened. */
  void sample(long roundTrip) {
    timeout.sample(roundTrip, acknowledged, next);
  }

  /** The window is one segment: a SYN or its answer was repeated too often. */
  void distrust() {
    congestion.set(1);
  }

  /** Takes up to so many octets for a SYN to carry; the end of what it carries. */
  long takeForSyn(int most) {
    next = Math.min(written, most);
    if (next > 0) {
      segments.add(0, next, clock.now());
    }
    return next;
  }

  /** The answer to a SYN acknowledged so much of what the SYN carried. */
  void synAnswered(Packet answer) {
    acknowledge(answer);
    if (segments.count() > 0) {
      segments.markLost(0);
      repeat(0);
      timer.set(timeout.nanos());
    }
  }

  /** Sends what the window and Nagle allow. */
  void push() {
    boolean hasSent = false;
    boolean isLimited = false;
    while (next < written) {
      if (segments.inFlight() >= congestion.window()) {
        isLimited = true;
        break;
      }
      long end = Math.min(written, next + mss);
      if (isHeldByNagle(end)) {
        break;
      }
      send(end);
      hasSent = true;
    }
    isLimited |= segments.inFlight() >= congestion.window();
    if (hasSent || isLimited) {
      congestion.used(segments.count(), isLimited, acknowledged, next);
    }
  }

  /** Takes in an acknowledgement, and sends again what it shows to be lost. */
  void acknowledge(Packet packet) {
    if (packet.ack > next) {
      return;
    }
    boolean hasAdvanced = packet.ack > acknowledged;
    if (hasAdvanced) {
      isBackedOff = false;
      acknowledged = packet.ack;
    }
    if (segments.count() == 0) {
      return;
    }
    int lostBefore = segments.lost();
    acked = 0;
    delivered = 0;
    ackedRepeat = false;
    oldestAcked = NONE;
    oldestSacked = NONE;
    markSacked(packet);
    int sacked = delivered;
    removeAcknowledged(packet.ack);
    sampleRoundTrip(packet);
    boolean isDubious = (packet.length() == 0 && acked == 0) || sacked > 0 || packet.duplicate;
    boolean repeats = (isDubious || state != State.OPEN) && recovers();
    if (acked > 0) {
      rearm();
    }
    if (state == State.RECOVERY) {
      int newlyLost = Math.max(0, segments.lost() - lostBefore);
      congestion.deliver(delivered, hasAdvanced, newlyLost, segments.inFlight());
    } else if (acked > 0) {
      congestion.grow(acked);
    }
    if (repeats) {
      repeatLost();
    }
  }

  private void markSacked(Packet packet) {
    for (int block = packet.duplicate ? 1 : 0; block < packet.sacks; block++) {
      for (int i = 0; i < segments.count(); i++) {
        if (!segments.isSacked(i)
            && packet.sackFrom[block] <= segments.from(i)
            && segments.to(i) <= packet.sackTo[block]) {
          if (!segments.wasRepeated(i) && oldestSacked == NONE) {
            oldestSacked = segments.sentAt(i);
          }
          segments.markSacked(i);
          delivered++;
        }
      }
    }
  }

  private void removeAcknowledged(long ack) {
    while (segments.count() > 0 && segments.from(0) < ack) {
      if (segments.to(0) > ack) {
        segments.trimFirst(ack);
        return;
      }
      if (segments.wasRepeated(0)) {
        ackedRepeat = true;
      } else if (!segments.isSacked(0) && oldestAcked == NONE) {
        oldestAcked = segments.sentAt(0);
      }
      delivered += segments.isSacked(0) ? 0 : 1;
      acked++;
      segments.removeFirst();
    }
  }

  /** From the sending of what never went twice (Karn); else from the echoed stamp, if there is. */
  private void sampleRoundTrip(Packet packet) {
    long now = clock.now();
    if (oldestAcked != NONE && !ackedRepeat) {
      sample(now - oldestAcked);
    } else if (oldestSacked != NONE) {
      sample(now - oldestSacked);
    } else if (acked > 0) {
      long millis = Math.max(1, now / MILLI - packet.echo);
      sample(millis * MILLI);
    }
  }

  /** Follows the state of loss; whether something may have to be sent again. */
  private boolean recovers() {
    if (state != State.OPEN && acknowledged >= recoveryEnd) {
      if (state == State.RECOVERY) {
        congestion.settle();
      }
      state = State.OPEN;
    }
    markLost();
    if (state == State.OPEN && segments.lost() > 0) {
      congestion.reduce();
      recoveryEnd = next;
      state = State.RECOVERY;
    }
    return state != State.OPEN;
  }

  private void markLost() {
    int above = 0;
    for (int i = segments.count() - 1; i >= 0 && segments.sacked() >= DUPLICATES; i--) {
      if (segments.isSacked(i)) {
        above++;
      } else if (above >= DUPLICATES) {
        segments.markLost(i);
      }
    }
  }

  private void repeatLost() {
    for (int i = 0; i < segments.count() && segments.inFlight() < congestion.window(); i++) {
      if (segments.isLost(i) && !segments.isRepeatUnderWay(i)) {
        repeat(i);
        if (i == 0) {
          timer.set(timeout.nanos());
        }
      }
    }
  }

  private void send(long end) {
    boolean isFirst = segments.count() == 0;
    if (end - next < mss) {
      smallEnd = end;
    }
    segments.add(next, end, clock.now());
    long start = next;
    next = end;
    output.sendNew(start, end);
    if (state == State.RECOVERY) {
      congestion.sentInRecovery();
    }
    if (isFirst) {
      timer.set(timeout.nanos());
    }
  }

  /** A repeat takes along the small segments behind it ({@code tcp_retrans_try_collapse}). */
  private void repeat(int index) {
    while (index + 1 < segments.count()
        && !segments.isSacked(index)
        && !segments.isSacked(index + 1)
        && segments.to(index + 1) - segments.from(index) <= mss) {
      segments.swallowNext(index);
    }
    segments.markRepeated(index, clock.now());
    output.sendAgain(segments.from(index), segments.to(index));
    if (state == State.RECOVERY) {
      congestion.sentInRecovery();
    }
  }

  /** Minshall's form of Nagle's algorithm: one small segment at a time. */
  private boolean isHeldByNagle(long end) {
    return !options.nodelay()
        && end - next < mss
        && segments.count() > 0
        && smallEnd > acknowledged;
  }

  private void rearm() {
    if (segments.count() == 0) {
      timer.stop();
    } else {
      timer.set(timeout.nanos());
    }
  }

  private void expired() {
    if (segments.count() == 0) {
      return;
    }
    for (int i = 0; i < segments.count(); i++) {
      if (!segments.isSacked(i)) {
        segments.markRepeatLost(i);
        segments.markLost(i);
      }
    }
    if (state == State.OPEN
        || acknowledged >= recoveryEnd
        || (state == State.LOSS && !isBackedOff)) {
      congestion.lowerThreshold();
    }
    congestion.set(segments.inFlight() + 1);
    state = State.LOSS;
    recoveryEnd = next;
    isBackedOff = true;
    repeat(0);
    timeout.backOff();
    timer.set(timeout.nanos());
  }
}
