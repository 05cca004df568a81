package shakedown.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shakedown.host.Host;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.Path;
import shakedown.net.TcpOptions;
import shakedown.tape.Lab;

/**
 * 7,800 handshakes that Linux 6.18 and OpenSSL 3.0 made, replayed with the same packets lost. A
 * time is met within 35 ms or 3 per cent, whichever is more; phases of timers are unknown, so each
 * row is replayed under four.
 */
class LinuxTest {
  private static final long MILLI = 1_000_000;
  private static final long MICRO = 1000;
  private static final int PHASES = 4;

  /** What one hop of the laboratory's link took beside the delay asked for. */
  private static final long HOP = 130_000;

  private static ImmutableList<Scored> rows = ImmutableList.of();

  /** What was lost in a handshake and how long it took. */
  private record Measured(Case replayed, long handshakeNanos, long firstByteNanos) {}

  private record Case(String scenario, String chain, long rttNanos, long rate, String lost) {}

  /** The share of phases under which the times of a row were met. */
  private record Scored(boolean isLossy, double handshake, double firstByte) {}

  @BeforeAll
  static void replay_all() throws IOException {
    Map<Case, ImmutableList<Outcome>> known = new HashMap<>();
    rows =
        Resources.readLines(Resources.getResource("groundtruth/lossy_replay.csv"), UTF_8).stream()
            .skip(1)
            .map(LinuxTest::parse)
            .map(row -> score(row, known.computeIfAbsent(row.replayed(), LinuxTest::replay)))
            .collect(ImmutableList.toImmutableList());
  }

  @Test
  void handshakes_without_a_loss_take_as_long_as_on_linux() {
    assertThat(share(row -> !row.isLossy(), true)).isGreaterThan(0.997);
    assertThat(share(row -> !row.isLossy(), false)).isGreaterThan(0.995);
  }

  @Test
  void handshakes_with_losses_take_as_long_as_on_linux() {
    assertThat(share(Scored::isLossy, true)).isGreaterThan(0.96);
    assertThat(share(Scored::isLossy, false)).isGreaterThan(0.93);
  }

  private static double share(Predicate<Scored> rowsOf, boolean ofHandshake) {
    return rows.stream()
        .filter(rowsOf)
        .mapToDouble(row -> ofHandshake ? row.handshake() : row.firstByte())
        .average()
        .orElseThrow();
  }

  private static Scored score(Measured row, ImmutableList<Outcome> outcomes) {
    double handshake = 0;
    double firstByte = 0;
    for (Outcome outcome : outcomes) {
      handshake += isMet(outcome.handshakeNanos(), row.handshakeNanos()) ? 1 : 0;
      firstByte += isMet(outcome.timeToFirstByteNanos(), row.firstByteNanos()) ? 1 : 0;
    }
    boolean isLossy = !row.replayed().lost().isEmpty();
    return new Scored(isLossy, handshake / outcomes.size(), firstByte / outcomes.size());
  }

  private static boolean isMet(long predicted, long measured) {
    return Math.abs(predicted - measured) <= Math.max(35 * MILLI, measured * 3 / 100);
  }

  private static ImmutableList<Outcome> replay(Case of) {
    Network network =
        new Network(
            path(of, packets(of, "C")),
            path(of, packets(of, "S")),
            Network.ETHERNET_MTU,
            TcpOptions.LINUX);
    Host host = Host.of(Lab.COSTS);
    Replay replay =
        new Replay(
            new Replay.Setting(
                Lab.tape(of.scenario(), of.chain()), network, host, host, Replay.Setting.PATIENT));
    var outcomes = ImmutableList.<Outcome>builder();
    for (int phase = 0; phase < PHASES; phase++) {
      outcomes.add(replay.run(1, phase));
    }
    return outcomes.build();
  }

  private static Path path(Case of, Loss loss) {
    return new Path(of.rttNanos() / 2 + HOP, 0, of.rate(), Path.UNLIMITED, loss);
  }

  private static Loss packets(Case of, String side) {
    return new Loss.Scripted(
        Splitter.on(' ')
            .omitEmptyStrings()
            .splitToStream(of.lost())
            .filter(packet -> packet.startsWith(side))
            .map(packet -> Integer.valueOf(packet.substring(1)))
            .collect(ImmutableSet.toImmutableSet()));
  }

  private static Measured parse(String line) {
    List<String> cells = Splitter.on(',').splitToList(line);
    long rate = Long.parseLong(cells.get(4));
    Case replayed =
        new Case(
            cells.get(0),
            cells.get(1),
            Long.parseLong(cells.get(2)) * MILLI,
            rate == 0 ? Path.UNLIMITED : rate,
            cells.get(5));
    return new Measured(
        replayed, Long.parseLong(cells.get(7)) * MICRO, Long.parseLong(cells.get(8)) * MICRO);
  }
}
