package shakedown.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.TcpOptions;
import shakedown.net.TcpOptions.SynTimeouts;
import shakedown.net.TcpOptions.Timers;
import shakedown.tape.HandMade;
import shakedown.tape.Tape;

/**
 * TLS 1.3 in flights of 205, 1548, 64 + 122, 247 + 247 + 222 octets with certain packets lost, by
 * hand from Linux's rules: C0 is the SYN, S0 its answer, pure acknowledgements count. After a
 * timeout the window is one segment, so two tickets and a response take two round trips.
 */
class ScriptedLossTest {
  private static final long MILLI = 1_000_000;
  private static final TcpOptions EXACT = TcpOptions.LINUX.with(Timers.EXACT);

  @ParameterizedTest(name = "RTT {0}, lost {1}: handshake {2}, first byte {3}")
  @CsvSource({
    "100, '', 200, 300",
    "100, C1, 200, 300",
    "100, S1, 200, 300",
    "100, C3, 200, 300",
    "100, C4, 200, 300",
    "100, C0, 1200, 1300",
    "100, C0 C1, 2200, 2300",
    "100, C2, 500, 600",
    "100, C2 C3, 800, 900",
    "100, C2 C3 C4, 1400, 1500",
    "100, S2, 328, 428",
    "100, S3, 600, 700",
    "100, S3 S4, 900, 1100",
    "100, S2 S3, 504, 604",
    "100, C5, 200, 428",
    "100, C5 C6, 200, 604",
    "100, C6, 200, 700",
    "100, S6, 200, 700",
    "100, S5 S6, 200, 752",
    "100, S4 S5 S6, 200, 604",
    "20, C2, 260, 280",
    "20, S2, 68, 88",
    "20, S3, 280, 300",
    "200, C2, 1000, 1200",
    "200, C2 C3, 1600, 1800",
    "200, S3, 1200, 1400",
    "200, C6, 400, 1360",
    "300, C2, 1400, 1700",
    "300, S3, 1700, 2000",
  })
  void a_loss_costs_what_linux_makes_of_it(int rtt, String lost, long handshake, long firstByte) {
    Outcome outcome = run(HandMade.full13(1548), rtt, lost, EXACT);

    assertThat(outcome.handshakeNanos()).isEqualTo(handshake * MILLI);
    assertThat(outcome.timeToFirstByteNanos()).isEqualTo(firstByte * MILLI);
  }

  @ParameterizedTest(name = "lost {0}: {1}")
  @CsvSource({"C0, 1200", "C0 C1, 3200"})
  void syn_timeouts_can_double(String lost, long handshake) {
    TcpOptions old = new TcpOptions(10, true, false, SynTimeouts.EXPONENTIAL, Timers.EXACT);

    assertThat(run(HandMade.full13(1548), 100, lost, old).handshakeNanos())
        .isEqualTo(handshake * MILLI);
  }

  /** The chain of 16,349 octets, in the writes that OpenSSL makes of it. */
  @ParameterizedTest(name = "lost {0}: {1}")
  @CsvSource({
    "'', 300",
    "S2, 300",
    "S5, 300",
    "S8, 300",
    "S9, 328",
    "S10, 328",
    "S11, 400",
    "S12, 428",
    "S13, 428",
    "S14, 700",
    "S13 S14, 704",
  })
  void a_loss_in_a_long_flight_may_hide_in_the_next(String lost, long handshake) {
    assertThat(run(HandMade.full13(4096, 12_459, 600), 100, lost, EXACT).handshakeNanos())
        .isEqualTo(handshake * MILLI);
  }

  @ParameterizedTest(name = "TLS 1.2, lost {0}: handshake {1}, first byte {2}")
  @CsvSource({
    "'', 300, 400",
    "C2, 600, 700",
    "S2, 600, 700",
    "C4, 600, 700",
    "S3, 600, 700",
    "C5, 300, 700",
    "S4, 300, 700",
  })
  void each_lone_segment_of_tls12_waits_for_a_probe(String lost, long handshake, long firstByte) {
    Outcome outcome = run(HandMade.full12(1404), 100, lost, EXACT);

    assertThat(outcome.handshakeNanos()).isEqualTo(handshake * MILLI);
    assertThat(outcome.timeToFirstByteNanos()).isEqualTo(firstByte * MILLI);
  }

  /** The repeated SYN and the server's timer meet; the wheels of two hosts decide. */
  @Test
  void a_lost_answer_to_a_syn_is_a_fair_coin() {
    int repeatedSynWins = 0;
    Replay replay = replay(HandMade.full13(1548), 100, "S0", TcpOptions.LINUX);
    for (int i = 0; i < 1000; i++) {
      long handshake = replay.run(1, i).handshakeNanos() / MILLI;
      assertThat(handshake).isBetween(1200L, 1340L);
      repeatedSynWins += handshake < 1250 ? 1 : 0;
    }

    assertThat(repeatedSynWins).isBetween(400, 600);
  }

  private static Outcome run(Tape tape, int rtt, String lost, TcpOptions tcp) {
    return replay(tape, rtt, lost, tcp).run(1, 0);
  }

  private static Replay replay(Tape tape, int rtt, String lost, TcpOptions tcp) {
    Network network =
        Network.ideal(rtt * MILLI).with(packets(lost, "C"), packets(lost, "S")).with(tcp);
    return new Replay(Replay.Setting.free(tape, network));
  }

  private static Loss packets(String lost, String side) {
    return new Loss.Scripted(
        Splitter.on(' ')
            .omitEmptyStrings()
            .splitToStream(lost)
            .filter(packet -> packet.startsWith(side))
            .map(packet -> Integer.valueOf(packet.substring(1)))
            .collect(ImmutableSet.toImmutableSet()));
  }
}
