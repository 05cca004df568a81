package shakedown.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import shakedown.engine.Clock;
import shakedown.engine.RandomStream;

/** One direction of a link: loses, queues, serialises and delays packets, and keeps their order. */
final class Link {
  private static final int SLOT_BITS = 16;
  private static final int EPOCH_MASK = 0x7FFF;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final Clock clock;
  private final Path path;
  private final Consumer<Packet> receiver;
  private final int arrival;
  private final RandomStream losses;
  private final RandomStream jitters;
  private final long queueNanos;
  private final List<Packet> packets = new ArrayList<>();
  private final List<Packet> free = new ArrayList<>();

  private int epoch;
  private int sent;
  private long serialisedUntil;
  private long lastArrival;

  /** A link whose random streams bear the name of the direction, as {@code client->server}. */
  Link(Clock clock, Path path, String direction, Consumer<Packet> receiver) {
    this.clock = clock;
    this.path = path;
    this.receiver = receiver;
    this.arrival = clock.register(this::arrive);
    this.losses = new RandomStream("loss/" + direction);
    this.jitters = new RandomStream("jitter/" + direction);
    this.queueNanos = queueNanos(path);
  }

  /** An empty link. Packets under way are forgotten: their events know an older epoch. */
  void reset(long seed, long replication) {
    epoch = (epoch + 1) & EPOCH_MASK;
    free.clear();
    for (int slot = 0; slot < packets.size(); slot++) {
      free.add(packets.get(slot));
    }
    sent = 0;
    serialisedUntil = 0;
    lastArrival = 0;
    losses.reset(seed, replication);
    jitters.reset(seed, replication);
  }

  /** A packet to fill and {@link #send}. */
  Packet packet() {
    if (!free.isEmpty()) {
      return free.removeLast();
    }
    if (packets.size() == 1 << SLOT_BITS) {
      throw new AssertionError("more than 65536 packets under way in one direction");
    }
    Packet made = new Packet(packets.size());
    packets.add(made);
    return made;
  }

  void send(Packet packet) {
    int number = sent++;
    long serialisation = serialisationNanos(packet.ipOctets());
    if (isLost(number) || isQueueFull(serialisation)) {
      free.add(packet);
      return;
    }
    serialisedUntil = Math.max(clock.now(), serialisedUntil) + serialisation;
    long jitter = path.jitterNanos() == 0 ? 0 : jitters.upTo(path.jitterNanos(), number);
    lastArrival = Math.max(lastArrival, serialisedUntil + path.delayNanos() + jitter);
    clock.schedule(lastArrival, arrival, epoch << SLOT_BITS | packet.slot);
  }

  private void arrive(int argument) {
    if (argument >>> SLOT_BITS != epoch) {
      return;
    }
    Packet packet = packets.get(argument & ((1 << SLOT_BITS) - 1));
    receiver.accept(packet);
    free.add(packet);
  }

  private boolean isLost(int number) {
    return switch (path.loss()) {
      case Loss.Bernoulli bernoulli -> (losses.bits(number) >>> 1) < bernoulli.threshold();
      case Loss.Scripted scripted -> scripted.packets().contains(number);
    };
  }

  private boolean isQueueFull(long serialisation) {
    long waiting = serialisedUntil - clock.now();
    return waiting > 0 && waiting + serialisation > queueNanos;
  }

  private long serialisationNanos(int octets) {
    return path.bitsPerSecond() == Path.UNLIMITED
        ? 0
        : Math.ceilDiv(octets * 8L * NANOS_A_SECOND, path.bitsPerSecond());
  }

  private static long queueNanos(Path path) {
    return path.queueOctets() == Path.UNLIMITED || path.bitsPerSecond() == Path.UNLIMITED
        ? Long.MAX_VALUE
        : Math.multiplyExact(path.queueOctets(), 8 * NANOS_A_SECOND) / path.bitsPerSecond();
  }
}
