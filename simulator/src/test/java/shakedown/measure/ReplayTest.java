package shakedown.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shakedown.tape.TapeBuilder.hears;
import static shakedown.tape.TapeBuilder.nothing;
import static shakedown.tape.TapeBuilder.write;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.Path;
import shakedown.tape.HandMade;
import shakedown.tape.Tape;
import shakedown.tape.TapeBuilder;

class ReplayTest {
  private static final long MILLI = 1_000_000;

  private final Network mobile = network(new Loss.Bernoulli(0.05));

  @Test
  void the_same_seed_and_number_give_the_same_outcome_in_any_order() {
    List<Outcome> forward = new ArrayList<>();
    Replay replay = replay(HandMade.full13(20_000), mobile);
    for (int i = 0; i < 500; i++) {
      forward.add(replay.run(1, i));
    }
    List<Outcome> backward = new ArrayList<>();
    for (int i = 499; i >= 0; i--) {
      backward.add(replay.run(1, i));
    }
    Collections.reverse(backward);

    assertThat(backward).isEqualTo(forward);
    assertThat(replay(HandMade.full13(20_000), mobile).run(1, 7)).isEqualTo(forward.get(7));
    assertThat(forward.stream().distinct().count()).isGreaterThan(100);
  }

  @Test
  void every_response_arrives_in_the_end() {
    Replay replay = replay(HandMade.full13(40_000), network(new Loss.Bernoulli(0.08)));

    for (int i = 0; i < 2000; i++) {
      Outcome outcome = replay.run(3, i);
      assertThat(outcome.failed()).as("replication %s", i).isFalse();
      assertThat(outcome.serverBytes()).isEqualTo(40_000 + 247 + 247 + 222);
    }
  }

  @Test
  void variants_see_the_same_network() {
    Network lossy = Network.ideal(100 * MILLI).with(new Loss.Bernoulli(0.1), Loss.NONE);
    Replay full = replay(HandMade.full13(1548), lossy);
    Replay resumed = replay(HandMade.resumed12(), lossy);

    for (int i = 0; i < 200; i++) {
      assertThat(full.run(1, i).tcpConnectNanos()).isEqualTo(resumed.run(1, i).tcpConnectNanos());
    }
  }

  @Test
  void a_client_that_gives_up_has_failed() {
    Network dead = network(new Loss.Bernoulli(1));
    Replay.Setting setting = Replay.Setting.free(HandMade.full13(1548), dead);

    Outcome outcome = new Replay(setting).run(1, 0);

    assertThat(outcome.failed()).isTrue();
    assertThat(outcome.timeToLastByteNanos()).isEqualTo(Outcome.NEVER);
    assertThat(outcome.tcpConnectNanos()).isEqualTo(Outcome.NEVER);
  }

  @Test
  void a_tape_that_cannot_end_is_refused() {
    Tape stuck =
        new TapeBuilder()
            .client(nothing(), write(200))
            .server(hears(0, 200))
            .client(hears(3, 10), write(1))
            .server(hears(2, 1), write(10))
            .build();

    assertThatThrownBy(() -> replay(stuck, Network.ideal(MILLI)).run(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_replication_allocates_nothing_once_warm() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Replay replay = replay(HandMade.full13(20_000), mobile);
    play(replay, 3000);
    long before = threads.getCurrentThreadAllocatedBytes();

    play(replay, 3000);

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(3000);
  }

  private static void play(Replay replay, int times) {
    for (int i = 0; i < times; i++) {
      replay.play(1, i);
    }
  }

  private static Replay replay(Tape tape, Network network) {
    return new Replay(Replay.Setting.free(tape, network));
  }

  private static Network network(Loss loss) {
    Network plain = Network.ideal(60 * MILLI);
    Path path = new Path(30 * MILLI, 5 * MILLI, 12_000_000, 64_000, loss);
    return new Network(path, path, plain.mtu(), plain.tcp());
  }
}
