package shakedown.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.engine.Clock;
import shakedown.host.Cpu;
import shakedown.host.Host;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.Path;
import shakedown.net.TcpOptions;
import shakedown.net.TcpPair;
import shakedown.wire.Role;

/**
 * The tape against the machine: a session that runs live over a lossy network reaches each
 * milestone in the very nanosecond in which its tape does, and writes the same octets.
 */
class LiveTest {
  private static final int REPLICATIONS = 40;
  private static final Recorder.Talk TALK = new Recorder.Talk(100, 20_000);
  private static final Network NETWORK = network();

  @ParameterizedTest
  @EnumSource
  void a_tape_replays_to_the_nanosecond_what_the_live_machine_does(Sessions variant) {
    Tape tape = Recorder.record(variant.client(), variant.server(), TALK).tape();
    Clock clock = new Clock();
    Player player = player(clock, tape);
    List<Integer> lossy = new ArrayList<>();

    for (int replication = 0; replication < REPLICATIONS; replication++) {
      LivePair live = new LivePair(variant, replication);
      clock.reset();
      player.start(1, replication);
      while (!player.isDone()) {
        clock.step();
      }

      assertThat(live.client.stream().size()).isEqualTo(tape.octets(Role.CLIENT));
      assertThat(live.server.stream().size()).isEqualTo(tape.octets(Role.SERVER));
      for (Milestone milestone : Milestone.values()) {
        assertThat(live.client.timeOf(milestone))
            .as("%s at the client, replication %s", milestone, replication)
            .isEqualTo(player.timeOf(Role.CLIENT, milestone));
        assertThat(live.server.timeOf(milestone))
            .as("%s at the server, replication %s", milestone, replication)
            .isEqualTo(player.timeOf(Role.SERVER, milestone));
      }
      if (player.tcp(Role.CLIENT).repeats() + player.tcp(Role.SERVER).repeats() > 0) {
        lossy.add(replication);
      }
    }

    assertThat(lossy).as("replications in which something was sent again").hasSizeGreaterThan(10);
  }

  /** One live session, run to its end. */
  private static final class LivePair {
    private final LiveSide client;
    private final LiveSide server;

    LivePair(Sessions variant, int replication) {
      Clock clock = new Clock();
      TcpPair pair = new TcpPair(clock, NETWORK);
      pair.reset(1, replication);
      client = new LiveSide(Role.CLIENT, clock, pair.client(), variant.client(), TALK);
      server = new LiveSide(Role.SERVER, clock, pair.server(), variant.server(), TALK);
      client.hear(server);
      server.hear(client);
      pair.client().connect();
      while (!client.isDone() || !server.isDone()) {
        clock.step();
      }
    }
  }

  private static Player player(Clock clock, Tape tape) {
    Player.Machine client = new Player.Machine(Host.free(), new Cpu(clock, 1));
    Player.Machine server = new Player.Machine(Host.free(), new Cpu(clock, 1));
    return new Player(clock, tape, NETWORK, client, server, () -> {});
  }

  private static Network network() {
    Path path = new Path(30_000_000, 4_000_000, 20_000_000, 60_000, new Loss.Bernoulli(0.03));
    return new Network(path, path, Network.ETHERNET_MTU, TcpOptions.LINUX);
  }
}
