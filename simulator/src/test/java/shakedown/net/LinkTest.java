package shakedown.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shakedown.engine.Clock;

class LinkTest {
  private static final long MILLI = 1_000_000;
  private static final int FULL = 1448;

  private final Clock clock = new Clock();
  private final List<Long> arrivedAt = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();

  @Test
  void whole_packets_are_serialised_one_after_another() {
    Link link = link(new Path(5 * MILLI, 0, 12_000_000, Path.UNLIMITED, Loss.NONE));

    send(link, FULL);
    send(link, FULL);
    send(link, 0);
    run();

    long ack = 52 * 8 * 1000 / 12;
    assertThat(arrivedAt).containsExactly(6 * MILLI, 7 * MILLI, 7 * MILLI + ack + 1);
  }

  @Test
  void what_does_not_fit_into_the_queue_is_dropped() {
    Link link = link(new Path(0, 0, 12_000_000, 3000, Loss.NONE));

    for (int i = 0; i < 4; i++) {
      send(link, FULL);
    }
    run();

    assertThat(numbers).containsExactly(0L, 1L);
  }

  @Test
  void jitter_never_changes_the_order() {
    Link link = link(new Path(5 * MILLI, 9 * MILLI, Path.UNLIMITED, Path.UNLIMITED, Loss.NONE));

    for (int i = 0; i < 1000; i++) {
      send(link, 100);
    }
    run();

    assertThat(arrivedAt).hasSize(1000).isSorted();
    assertThat(numbers).isSorted();
    assertThat(arrivedAt.getFirst()).isBetween(5 * MILLI, 14 * MILLI);
    assertThat(arrivedAt.getLast()).isBetween(13 * MILLI, 14 * MILLI);
  }

  @Test
  void a_script_says_which_packets_are_lost() {
    Link link = link(Path.ideal(0).with(new Loss.Scripted(ImmutableSet.of(0, 2))));

    for (int i = 0; i < 4; i++) {
      send(link, 100);
    }
    run();

    assertThat(numbers).containsExactly(1L, 3L);
  }

  @Test
  void chance_loses_its_share() {
    Link link = link(Path.ideal(0).with(new Loss.Bernoulli(0.05)));

    for (int i = 0; i < 50_000; i++) {
      send(link, 0);
      run();
    }

    assertThat(numbers.size()).isCloseTo(47_500, within(200));
  }

  @Test
  void certain_loss_loses_all() {
    Link link = link(Path.ideal(0).with(new Loss.Bernoulli(1)));

    for (int i = 0; i < 100; i++) {
      send(link, 0);
    }
    run();

    assertThat(numbers).isEmpty();
  }

  private Link link(Path path) {
    Link link = new Link(clock, path, "client->server", this::arrive);
    link.reset(1, 0);
    return link;
  }

  private void arrive(Packet packet) {
    arrivedAt.add(clock.now());
    numbers.add(packet.stamp);
  }

  private int sent;

  private void send(Link link, int octets) {
    Packet packet = link.packet();
    packet.kind = Packet.Kind.SEGMENT;
    packet.from = 0;
    packet.to = octets;
    packet.sacks = 0;
    packet.stamp = sent++;
    link.send(packet);
  }

  private void run() {
    while (!clock.isIdle()) {
      clock.step();
    }
  }
}
