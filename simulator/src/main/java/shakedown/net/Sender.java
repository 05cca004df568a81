package shakedown.net;

import shakedown.engine.Clock;
import shakedown.net.LossRecovery.Repair;
import shakedown.net.LossRecovery.State;

/** The sending half of an end: what was written, what leaves, and what acknowledgements do. */
final class Sender {
  /** Where segments go. */
  interface Output {
    /** Octets leave for the first time. */
    void sendNew(long from, long to);

    /** Octets leave again. */
    void sendAgain(long from, long to);
  }

  private static final long MILLI = 1_000_000;

  private final int mss;
  private final TcpOptions options;
  private final Output output;
  private final Outgoing out;
  private final LossTimer timer;
  private final Rack rack;
  private final TailProbe probe;
  private final LossRecovery recovery;
  private final Ack ack = new Ack();
  private long smallEnd;

  Sender(Clock clock, RetransmissionTimeout timeout, int mss, TcpOptions options, Output output) {
    this.mss = mss;
    this.options = options;
    this.output = output;
    this.out = new Outgoing(clock, timeout);
    this.timer = new LossTimer(clock, options.timers(), this::expired);
    this.rack = new Rack(out);
    this.probe = new TailProbe(out);
    this.recovery = new LossRecovery(out, rack, probe, timer, new Repeater(out, mss, output));
  }

  void reset(long hostPhase) {
    out.reset(options.initialWindow());
    timer.reset(hostPhase);
    rack.reset();
    probe.forget();
    recovery.reset();
    smallEnd = 0;
  }

  /** The octets written so far. */
  long written() {
    return out.written;
  }

  void write(int octets) {
    out.written += octets;
  }

  /** A round trip was measured while the connection opened. */
  void sample(long roundTrip) {
    out.timeout.sample(roundTrip, out.acknowledged, out.next);
    rack.sample(roundTrip);
  }

  /** A SYN went without an answer: slow start will end earlier. */
  void suspect() {
    out.congestion.lowerThreshold();
  }

  /** The window is one segment: a SYN or its answer was repeated too often. */
  void distrust() {
    out.congestion.set(1);
  }

  /** Takes up to so many octets for a SYN to carry; the end of what it carries. */
  long takeForSyn(int most) {
    out.next = Math.min(out.written, most);
    if (out.next > 0) {
      out.segments.add(0, out.next, out.stamp());
    }
    return out.next;
  }

  /** The answer to a SYN acknowledged so much of what the SYN carried. */
  void synAnswered(Packet answer) {
    acknowledge(answer);
    if (out.segments.count() > 0) {
      out.segments.markLost(0);
      recovery.repeat(0);
      rearmTimeout();
    }
  }

  /** Sends what the window and Nagle allow. */
  void push() {
    boolean hasSent = false;
    while (out.hasUnsent() && !out.isWindowFull()) {
      long end = Math.min(out.written, out.next + mss);
      if (isHeldByNagle(end)) {
        break;
      }
      send(end);
      hasSent = true;
    }
    boolean isLimited = out.isWindowFull();
    if (hasSent || isLimited) {
      out.congestion.used(out.segments.count(), isLimited, out.acknowledged, out.next);
    }
    if (hasSent) {
      armProbe(sinceSending());
    }
  }

  /** Takes in an acknowledgement, and sends again what it shows to be lost. */
  void acknowledge(Packet packet) {
    if (packet.ack > out.next) {
      return;
    }
    ack.begin(packet);
    if (packet.ack > out.acknowledged) {
      ack.hasAdvanced = true;
      out.acknowledged = packet.ack;
      recovery.advanced();
    }
    if (packet.duplicate) {
      takeDuplicate(packet.sackTo[0]);
    }
    if (out.segments.count() == 0) {
      takeProbe(packet.ack);
      return;
    }
    int lostBefore = out.segments.lost();
    markSacked(packet);
    removeAcknowledged(packet.ack);
    sampleRoundTrip();
    takeProbe(packet.ack);
    boolean isTrouble = ack.isDubious() || recovery.state() != State.OPEN;
    Repair repair = isTrouble ? recovery.heard(ack) : Repair.NONE;
    if (ack.rearms) {
      rearm();
    }
    if (recovery.isReducing()) {
      int newlyLost = Math.max(0, out.segments.lost() - lostBefore);
      out.congestion.deliver(ack.delivered, ack.hasAdvanced, newlyLost, out.segments.inFlight());
    } else if (ack.acked > 0) {
      out.congestion.grow(ack.acked);
    }
    repair(repair);
  }

  private void repair(Repair repair) {
    if (repair == Repair.NEW) {
      push();
      if (out.next > recovery.recoveryPoint()) {
        return;
      }
      recovery.testFailed();
    }
    if (repair != Repair.NONE) {
      repeatLost();
    }
  }

  private void takeDuplicate(long end) {
    ack.isDuplicateOfProbe = probe.isEchoedAt(end);
    if (!ack.isDuplicateOfProbe) {
      recovery.repeatWasNeedless();
      rack.widen();
    }
  }

  private void takeProbe(long acknowledged) {
    if (probe.heard(acknowledged, ack) == TailProbe.Fate.REPAIRED) {
      recovery.probeRepaired();
    }
  }

  private void markSacked(Packet packet) {
    Segments segments = out.segments;
    for (int block = packet.duplicate ? 1 : 0; block < packet.sacks; block++) {
      for (int i = 0; i < segments.count(); i++) {
        if (!segments.isSacked(i)
            && packet.sackFrom[block] <= segments.from(i)
            && segments.to(i) <= packet.sackTo[block]) {
          rack.delivered(i);
          if (!segments.wasRepeated(i)) {
            ack.hasOriginal |= segments.to(i) <= recovery.recoveryPoint();
            ack.sawSacked(segments.sentAt(i));
          }
          segments.markSacked(i);
          ack.sacked++;
          ack.delivered++;
        }
      }
    }
  }

  private void removeAcknowledged(long acknowledged) {
    Segments segments = out.segments;
    while (segments.count() > 0 && segments.from(0) < acknowledged) {
      if (segments.to(0) > acknowledged) {
        segments.trimFirst(acknowledged);
        break;
      }
      if (segments.wasRepeated(0)) {
        ack.hasRepeat = true;
      } else if (!segments.isSacked(0)) {
        ack.hasOriginal |= segments.to(0) <= recovery.recoveryPoint();
        ack.sawAcked(segments.sentAt(0));
      }
      if (!segments.isSacked(0)) {
        rack.delivered(0);
        ack.delivered++;
      }
      ack.acked++;
      segments.removeFirst();
    }
    ack.rearms = ack.acked > 0;
  }

  /** From the sending of what never went twice (Karn); else from the echoed stamp, if there is. */
  private void sampleRoundTrip() {
    long now = out.now();
    if (ack.hasCleanAcked()) {
      rack.sample(now - ack.newestAcked);
      out.timeout.sample(now - ack.oldestAcked, out.acknowledged, out.next);
    } else if (ack.hasCleanSacked()) {
      rack.sample(now - ack.newestSacked);
      out.timeout.sample(now - ack.oldestSacked, out.acknowledged, out.next);
      ack.rearms |= out.segments.count() > 0 && ack.oldestSacked < out.segments.sentAt(0);
    } else if (ack.acked > 0) {
      sample(Math.max(1, now / MILLI - ack.echo) * MILLI);
    }
  }

  private void send(long end) {
    boolean isFirst = out.segments.count() == 0;
    if (end - out.next < mss) {
      smallEnd = end;
    }
    long start = out.next;
    out.segments.add(start, end, out.stamp());
    out.next = end;
    output.sendNew(start, end);
    if (recovery.isReducing()) {
      out.congestion.sentInRecovery();
    }
    if (isFirst || timer.kind() == LossTimer.Kind.PROBE) {
      rearmTimeout();
    }
  }

  private void repeatLost() {
    boolean hasOldest = recovery.repeatLost();
    if (hasOldest && timer.kind() != LossTimer.Kind.REORDERING) {
      timer.arm(LossTimer.Kind.TIMEOUT, out.timeout.nanos());
    }
  }

  /** Minshall's form of Nagle's algorithm: one small segment at a time. */
  private boolean isHeldByNagle(long end) {
    return !options.nodelay()
        && end - out.next < mss
        && out.segments.count() > 0
        && smallEnd > out.acknowledged;
  }

  /** After something was acknowledged: to probe, else to time out. */
  private void rearm() {
    if (!armProbe(out.timeout.nanos())) {
      rearmTimeout();
    }
  }

  private boolean armProbe(long timeoutLeft) {
    boolean isCalm = recovery.state() == State.OPEN || recovery.state() == State.REDUCED;
    if (out.segments.count() == 0 || !isCalm) {
      return false;
    }
    long delay = probe.delay();
    timer.arm(LossTimer.Kind.PROBE, timeoutLeft > 0 ? Math.min(delay, timeoutLeft) : delay);
    return true;
  }

  private void rearmTimeout() {
    if (out.segments.count() == 0) {
      timer.stop();
      return;
    }
    boolean isInPlaceOfTimeout =
        timer.kind() == LossTimer.Kind.PROBE || timer.kind() == LossTimer.Kind.REORDERING;
    timer.arm(
        LossTimer.Kind.TIMEOUT,
        isInPlaceOfTimeout ? Math.max(sinceSending(), 1) : out.timeout.nanos());
  }

  /** What is left of the timeout, counted from when the oldest segment was sent. */
  private long sinceSending() {
    return out.segments.sentAt(0) + out.timeout.nanos() - out.now();
  }

  private void expired() {
    if (out.segments.count() == 0) {
      return;
    }
    switch (timer.kind()) {
      case PROBE -> sendProbe();
      case REORDERING -> reorderingExpired();
      case TIMEOUT -> timedOut();
      case NONE -> throw new AssertionError("a timer that waits for nothing has expired");
    }
  }

  private void sendProbe() {
    if (!probe.isOut()) {
      boolean isRepeat = !out.hasUnsent();
      if (isRepeat) {
        recovery.repeat(out.segments.count() - 1);
      } else {
        send(Math.min(out.written, out.next + mss));
      }
      probe.sent(isRepeat);
      timer.forget();
    }
    rearmTimeout();
  }

  private void reorderingExpired() {
    int before = out.segments.inFlight();
    recovery.lookAgain();
    if (out.segments.inFlight() != before) {
      recovery.foundByTime();
      repeatLost();
    }
    if (timer.kind() != LossTimer.Kind.TIMEOUT) {
      rearmTimeout();
    }
  }

  private void timedOut() {
    recovery.timedOut();
    out.timeout.backOff();
    timer.arm(LossTimer.Kind.TIMEOUT, out.timeout.nanos());
  }
}
