package shakedown.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.TcpOptions;
import shakedown.net.TcpOptions.SynTimeouts;
import shakedown.net.TcpOptions.Timers;
import shakedown.tape.HandMade;
import shakedown.tape.Tape;

class TcpOptionsTest {
  private static final long MILLI = 1_000_000;

  static Stream<Arguments> underNagle() {
    return Stream.of(
        Arguments.of("1.2 full", HandMade.full12(1404), 406.2),
        Arguments.of("1.2 ticket", HandMade.resumed12(), 443.95),
        Arguments.of("1.3 full", HandMade.full13(1548), 547.77),
        Arguments.of("1.3 full, long chain", HandMade.full13(4096, 12_459, 600), 647.73),
        Arguments.of("1.3 early", HandMade.early13(), 302.3));
  }

  /** Measured with Linux 6.18 and OpenSSL 3.0 at RTT 100, TCP_NODELAY off at both sides. */
  @ParameterizedTest(name = "{0}: {2} ms")
  @MethodSource("underNagle")
  void writers_under_nagle_wait_as_long_as_on_linux(String name, Tape tape, double measuredMillis) {
    TcpOptions nagle = new TcpOptions(10, false, false, SynTimeouts.LINEAR, Timers.EXACT);

    Outcome outcome = run(tape, Network.ideal(100 * MILLI).with(nagle));

    assertThat(outcome.timeToFirstByteNanos() / (double) MILLI)
        .as(name)
        .isCloseTo(measuredMillis, withinPercentage(2));
  }

  @ParameterizedTest(name = "{0} segments: {1} round trips")
  @CsvSource({"3, 4", "6, 3", "10, 3", "16, 2", "32, 2"})
  void the_initial_window_decides_how_often_a_long_chain_waits(int window, int roundTrips) {
    TcpOptions options = new TcpOptions(window, true, false, SynTimeouts.LINEAR);

    Outcome outcome =
        run(HandMade.full13(4096, 12_459, 600), Network.ideal(50 * MILLI).with(options));

    assertThat(outcome.handshakeNanos()).isEqualTo(roundTrips * 50L * MILLI);
  }

  @Test
  void data_lost_with_its_syn_follows_the_answer_to_the_next_one() {
    Network network = Network.ideal(100 * MILLI).with(fastOpen());

    Outcome outcome = run(HandMade.early13(), network.with(losing(0), Loss.NONE));

    assertThat(outcome.timeToFirstByteNanos()).isEqualTo(1200 * MILLI);
    assertThat(outcome.failed()).isFalse();
  }

  @Test
  void data_that_came_with_a_syn_is_answered_though_the_answer_to_the_syn_was_lost() {
    Network network = Network.ideal(100 * MILLI).with(fastOpen());

    Outcome outcome = run(HandMade.early13(), network.with(Loss.NONE, losing(0)));

    assertThat(outcome.failed()).isFalse();
    assertThat(outcome.timeToFirstByteNanos()).isGreaterThan(1000 * MILLI);
  }

  @Test
  void a_hello_that_no_syn_can_carry_is_sent_in_two_parts() {
    TcpOptions options = TcpOptions.LINUX.withFastOpen();
    Tape big = HandMade.early13(5000);

    Outcome outcome = run(big, Network.ideal(100 * MILLI).with(options));

    assertThat(outcome.timeToFirstByteNanos()).isEqualTo(200 * MILLI);
    assertThat(outcome.clientBytes()).isEqualTo(5000 + 84);
  }

  private static TcpOptions fastOpen() {
    return TcpOptions.LINUX.withFastOpen().with(Timers.EXACT);
  }

  private static Loss losing(int packet) {
    return new Loss.Scripted(ImmutableSet.of(packet));
  }

  private static Outcome run(Tape tape, Network network) {
    return new Replay(Replay.Setting.free(tape, network)).run(1, 0);
  }
}
