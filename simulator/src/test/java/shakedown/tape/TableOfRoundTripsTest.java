package shakedown.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.INCLUDE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.host.CostProfile;
import shakedown.host.Host;
import shakedown.measure.Outcome;
import shakedown.measure.Replay;
import shakedown.net.Network;
import shakedown.net.TcpOptions;
import shakedown.wire.Role;

/**
 * The time to the first octet of response of every variant, recorded from the machine with real
 * certificates, in whole round trips to the nanosecond: no loss, unlimited rate, TCP_NODELAY, hosts
 * that compute in no time.
 */
class TableOfRoundTripsTest {
  private static final long RTT = 123_456_789;
  private static final int MSS = 1448;

  /** Writes a flight whole, so that only its last segment is short. */
  private static final Host WHOLE = new Host(CostProfile.ZERO, 1, 0);

  private static final Recorder.Talk TALK = new Recorder.Talk(100, 200);

  @ParameterizedTest
  @EnumSource
  void a_variant_takes_its_round_trips(Sessions variant) {
    assertThat(run(tape(variant, 0), TcpOptions.LINUX).timeToFirstByteNanos())
        .isEqualTo(variant.roundTrips() * RTT);
  }

  @ParameterizedTest
  @EnumSource
  void with_fast_open_it_takes_one_fewer(Sessions variant) {
    assertThat(run(tape(variant, 0), TcpOptions.LINUX.withFastOpen()).timeToFirstByteNanos())
        .isEqualTo((variant.roundTrips() - 1) * RTT);
  }

  @ParameterizedTest
  @EnumSource(
      mode = INCLUDE,
      names = {"TLS13_FULL", "TLS12_FULL"})
  void with_a_flight_over_the_initial_window_it_takes_one_more(Sessions variant) {
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    for (int padding = 0; padding < 100; padding++) {
      Tape tape = tape(variant, padding);
      int segments = Math.ceilDiv(flight(tape), MSS);
      if (segments <= 10 || segments > 30) {
        continue;
      }
      shortest = Math.min(shortest, segments);
      longest = Math.max(longest, segments);
      assertThat(run(tape, TcpOptions.LINUX).timeToFirstByteNanos())
          .as("%s segments", segments)
          .isEqualTo((variant.roundTrips() + 1) * RTT);
      assertThat(run(tape, TcpOptions.LINUX.withFastOpen()).timeToFirstByteNanos())
          .as("%s segments, fast open", segments)
          .isEqualTo(variant.roundTrips() * RTT);
    }

    assertThat(shortest).isEqualTo(11);
    assertThat(longest).isEqualTo(30);
  }

  /** The octets of the server's longest move: its hello to its last word. */
  private static int flight(Tape tape) {
    return tape.moves().stream()
        .filter(move -> move.side() == Role.SERVER)
        .mapToInt(Move::octets)
        .max()
        .orElse(0);
  }

  private static Tape tape(Sessions variant, int padding) {
    return Recorder.record(variant.client(), variant.server(padding), TALK).tape();
  }

  private static Outcome run(Tape tape, TcpOptions options) {
    Network network = Network.ideal(RTT).with(options);
    return new Replay(new Replay.Setting(tape, network, WHOLE, WHOLE, Replay.Setting.PATIENT))
        .run(1, 0);
  }
}
