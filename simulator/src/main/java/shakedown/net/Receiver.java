package shakedown.net;

import shakedown.engine.Clock;
import shakedown.net.TcpOptions.Timers;

/**
 * The receiving half of an end: what has arrived, and when to say so. Linux acknowledges the first
 * segments at once, then waits up to 40 ms for data to ride on ({@code __tcp_ack_snd_check}).
 */
final class Receiver {
  private static final int QUICK_ACKS = 16;
  private static final long LEAST_WAIT = 40_000_000;
  private static final long MOST_WAIT = 500_000_000;
  private static final long MOST_WAIT_IN_DIALOGUE = 200_000_000;
  private static final int SMALL_SEGMENT = 536;

  private final Clock clock;
  private final RetransmissionTimeout timeout;
  private final int mss;
  private final Runnable acknowledge;
  private final KernelTimer delay;
  private final OutOfOrder early = new OutOfOrder();

  private long next;
  private long acknowledged;
  private long read;
  private long stampToEcho;

  private boolean owesAck;
  private boolean owesAckNow;
  private boolean sawSmall;
  private boolean sawTwoSmall;
  private int quickAcks;
  private boolean isDialogue;
  private long wait;
  private long lastReceived;
  private int largestSegment;

  private long duplicateFrom;
  private long duplicateTo;

  /**
   * @param acknowledge sends a pure acknowledgement
   */
  Receiver(
      Clock clock, RetransmissionTimeout timeout, int mss, Timers timers, Runnable acknowledge) {
    this.clock = clock;
    this.timeout = timeout;
    this.mss = mss;
    this.acknowledge = acknowledge;
    this.delay = new KernelTimer(clock, timers, this::delayed);
  }

  void reset(long hostPhase) {
    early.reset();
    delay.reset(hostPhase);
    next = 0;
    acknowledged = 0;
    read = 0;
    stampToEcho = 0;
    owesAck = false;
    owesAckNow = false;
    sawSmall = false;
    sawTwoSmall = false;
    quickAcks = 0;
    isDialogue = false;
    wait = 0;
    lastReceived = 0;
    largestSegment = SMALL_SEGMENT;
    duplicateTo = 0;
  }

  /** The first octet that is missing. */
  long next() {
    return next;
  }

  /** The connection stands, from a packet with that stamp on. */
  void established(long stamp) {
    stampToEcho = stamp;
    lastReceived = clock.now();
  }

  void echo(long stamp) {
    stampToEcho = stamp;
  }

  /** Before its acknowledgement is looked at: whether a segment repeats what was acknowledged. */
  boolean refuses(Packet packet) {
    if (packet.to > packet.from && packet.to < acknowledged) {
      seeTwice(packet.from, packet.to);
      acknowledge.run();
      return true;
    }
    if (packet.from <= acknowledged) {
      stampToEcho = Math.max(stampToEcho, packet.stamp);
    }
    return false;
  }

  /** Octets arrive; whether some of them can be read now. */
  boolean takes(Packet packet) {
    owesAck = true;
    if (packet.to <= next) {
      seeTwice(packet.from, packet.to);
      return false;
    }
    if (packet.from > next) {
      if (early.add(packet.from, packet.to)) {
        duplicateFrom = packet.from;
        duplicateTo = packet.to;
      }
      return false;
    }
    if (packet.from < next) {
      duplicateFrom = packet.from;
      duplicateTo = next;
    }
    boolean hadHole = !early.isEmpty();
    next = early.advance(packet.to);
    owesAckNow |= hadHole && early.isEmpty();
    follow(packet.length());
    return true;
  }

  /** After a segment was taken in: acknowledges at once, or later, or has done so already. */
  void settle() {
    if (!owesAck) {
      return;
    }
    boolean isQuick = quickAcks > 0 && !isDialogue;
    if (next - acknowledged > largestSegment || isQuick || owesAckNow || !early.isEmpty()) {
      acknowledge.run();
    } else {
      delayAck();
    }
  }

  /** The application reads, at most up to that octet ({@code tcp_cleanup_rbuf}). */
  void read(long upTo) {
    long end = Math.min(upTo, next);
    if (end <= read) {
      return;
    }
    read = end;
    boolean isDrained = end == next && (sawTwoSmall || (sawSmall && !isDialogue));
    if (owesAck && (next - acknowledged > largestSegment || isDrained)) {
      acknowledge.run();
    }
  }

  /** Data leaves soon after data came: the two sides are in dialogue. */
  void dataLeft() {
    long ticks = clock.now() / RetransmissionTimeout.JIFFY;
    if (ticks - lastReceived / RetransmissionTimeout.JIFFY < wait / RetransmissionTimeout.JIFFY) {
      isDialogue = true;
    }
  }

  /** Says on a packet what has arrived; the packet will be sent. */
  void acknowledgeOn(Packet packet) {
    packet.ack = next;
    packet.echo = stampToEcho;
    packet.sacks = 0;
    packet.duplicate = duplicateTo > 0;
    if (packet.duplicate) {
      packet.sackFrom[0] = duplicateFrom;
      packet.sackTo[0] = duplicateTo;
      packet.sacks = 1;
      duplicateTo = 0;
    }
    early.describe(packet);
    if (owesAck && quickAcks > 0 && --quickAcks == 0) {
      wait = LEAST_WAIT;
    }
    owesAck = false;
    owesAckNow = false;
    sawSmall = false;
    sawTwoSmall = false;
    delay.stop();
    acknowledged = next;
  }

  /** Adapts to how segments come ({@code tcp_event_data_recv}). */
  private void follow(int length) {
    if (length >= largestSegment) {
      largestSegment = Math.min(length, mss);
    } else {
      sawTwoSmall |= sawSmall;
      sawSmall = true;
    }
    long now = clock.now();
    if (wait == 0) {
      quickAcks = Math.max(quickAcks, QUICK_ACKS);
      wait = LEAST_WAIT;
    } else {
      adaptWait(wholeTicks(now) - wholeTicks(lastReceived));
    }
    lastReceived = now;
  }

  private void adaptWait(long gap) {
    if (gap <= LEAST_WAIT / 2) {
      wait = wait / 2 + LEAST_WAIT / 2;
    } else if (gap < wait) {
      wait = Math.min(wait / 2 + gap, timeout.nanos());
    } else if (gap > timeout.nanos()) {
      quickAcks = Math.max(quickAcks, QUICK_ACKS);
    }
  }

  private void seeTwice(long from, long to) {
    duplicateFrom = from;
    duplicateTo = to;
    quickAcks = QUICK_ACKS;
    isDialogue = false;
    wait = LEAST_WAIT;
  }

  private void delayAck() {
    long limit = wait;
    if (wait > LEAST_WAIT) {
      long most = isDialogue || sawSmall ? MOST_WAIT_IN_DIALOGUE : MOST_WAIT;
      if (timeout.roundTrip() > 0) {
        most = Math.min(most, Math.max(timeout.roundTrip(), LEAST_WAIT));
      }
      limit = Math.min(wait, most);
    }
    if (!delay.isSet()) {
      delay.set(limit);
    } else if (delay.deadline() <= clock.now() + limit / 4) {
      acknowledge.run();
    }
  }

  private void delayed() {
    if (!owesAck) {
      return;
    }
    if (isDialogue) {
      isDialogue = false;
      wait = LEAST_WAIT;
    } else {
      wait = Math.min(2 * wait, timeout.nanos());
    }
    acknowledge.run();
  }

  private static long wholeTicks(long nanos) {
    return nanos / RetransmissionTimeout.JIFFY * RetransmissionTimeout.JIFFY;
  }
}
