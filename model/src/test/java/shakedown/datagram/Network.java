package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.PriorityQueue;
import shakedown.handshake.Input;
import shakedown.wire.Octets;

/** A client and a server, and the time between them. */
final class Network {
  static final long MILLISECOND = 1_000_000;
  private static final long DELAY = 10 * MILLISECOND;
  private static final int MOST_EVENTS = 2000;

  /** What becomes of a datagram. */
  @FunctionalInterface
  interface Fate {
    /** Arrives once, and in order. */
    Fate GOOD = _ -> ImmutableList.of(0L);

    /**
     * When it arrives, in nanoseconds after its time; never if there are none.
     *
     * @param index of all datagrams of both sides, in order of their sending
     */
    ImmutableList<Long> delays(int index);
  }

  private record Flying(long at, int order, Party to, Octets datagram) {}

  private final Party client;
  private final Party server;
  private final Fate fate;
  private final PriorityQueue<Flying> flying =
      new PriorityQueue<>(Comparator.comparingLong(Flying::at).thenComparingInt(Flying::order));
  private int sent;
  private int order;
  private long now;

  Network(Party client, Party server, Fate fate) {
    this.client = client;
    this.server = server;
    this.fate = fate;
  }

  /** Datagrams that were sent. */
  int sent() {
    return sent;
  }

  long nowNanos() {
    return now;
  }

  /** Until all is quiet. */
  void run() {
    int events = 0;
    while (step()) {
      if (++events > MOST_EVENTS) {
        throw new AssertionError("no end: " + client + "; " + server);
      }
    }
  }

  void connect() {
    send(client.connect(), server);
    run();
  }

  void say(Party from, String words) {
    send(from.say(words, now), from == client ? server : client);
    run();
  }

  void ask(Party from, Input.Asked input) {
    send(from.ask(input, now), other(from));
    run();
  }

  private boolean step() {
    Party first = client.deadlineNanos() <= server.deadlineNanos() ? client : server;
    Flying next = flying.peek();
    if (next != null && next.at() <= first.deadlineNanos()) {
      flying.poll();
      now = next.at();
      send(next.to().on(new Event.Arrived(next.datagram()), now), other(next.to()));
      return true;
    }
    if (!first.isTimed()) {
      return false;
    }
    now = first.deadlineNanos();
    send(first.fire(), other(first));
    return true;
  }

  private Party other(Party one) {
    return one == client ? server : client;
  }

  private void send(ImmutableList<Octets> datagrams, Party to) {
    for (Octets datagram : datagrams) {
      for (long delay : fate.delays(sent)) {
        flying.add(new Flying(now + DELAY + delay, order++, to, datagram));
      }
      sent++;
    }
  }
}
