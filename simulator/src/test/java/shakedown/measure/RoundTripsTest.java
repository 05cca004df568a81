package shakedown.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.net.Network;
import shakedown.net.TcpOptions;
import shakedown.tape.HandMade;
import shakedown.tape.Tape;

class RoundTripsTest {
  private static final long RTT = 60_000_000;
  private static final int MSS = 1448;

  static Stream<Arguments> variants() {
    return Stream.of(
        Arguments.of("1.2 full", HandMade.full12(1404), 4),
        Arguments.of("1.2 false start", HandMade.falseStart12(1404), 3),
        Arguments.of("1.2 resumed", HandMade.resumed12(), 3),
        Arguments.of("1.3 full", HandMade.full13(1548), 3),
        Arguments.of("1.3 retry", HandMade.retry13(), 4),
        Arguments.of("1.3 early", HandMade.early13(), 2),
        Arguments.of("1.2 with 10 segments", HandMade.full12(10 * MSS), 4),
        Arguments.of("1.3 with 10 segments", HandMade.full13(10 * MSS), 3));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("variants")
  void the_first_byte_takes_whole_round_trips(String name, Tape tape, int roundTrips) {
    Outcome outcome = run(tape, Network.ideal(RTT));

    assertThat(outcome.timeToFirstByteNanos()).as(name).isEqualTo(roundTrips * RTT);
    assertThat(outcome.tcpConnectNanos()).isEqualTo(RTT);
    assertThat(outcome.retransmissions()).isZero();
    assertThat(outcome.failed()).isFalse();
  }

  @ParameterizedTest(name = "{0}: {2}, one fewer")
  @MethodSource("variants")
  void fast_open_saves_one_round_trip(String name, Tape tape, int roundTrips) {
    Network network = Network.ideal(RTT).with(TcpOptions.LINUX.withFastOpen());

    Outcome outcome = run(tape, network);

    assertThat(outcome.timeToFirstByteNanos()).as(name).isEqualTo((roundTrips - 1) * RTT);
    assertThat(outcome.retransmissions()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 15, 20, 25, 29, 30})
  void a_flight_over_the_initial_window_takes_one_more(int segments) {
    for (int octets : new int[] {(segments - 1) * MSS + 1, segments * MSS}) {
      assertThat(run(HandMade.full13(octets), Network.ideal(RTT)).timeToFirstByteNanos())
          .isEqualTo(4 * RTT);
      assertThat(run(HandMade.full12(octets), Network.ideal(RTT)).timeToFirstByteNanos())
          .isEqualTo(5 * RTT);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 1_000, 9_999_999, 20_000_000, 100_000_000, 300_000_000, 600_000_001})
  void any_round_trip_will_do(long rtt) {
    assertThat(run(HandMade.full13(1548), Network.ideal(rtt)).timeToFirstByteNanos())
        .isEqualTo(3 * rtt);
    assertThat(run(HandMade.full13(20 * MSS), Network.ideal(rtt)).timeToFirstByteNanos())
        .isEqualTo(4 * rtt);
  }

  private static Outcome run(Tape tape, Network network) {
    return new Replay(Replay.Setting.free(tape, network)).run(1, 0);
  }
}
