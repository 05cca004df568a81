package shakedown.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.TcpOptions;
import shakedown.net.TcpOptions.SynTimeouts;
import shakedown.tape.HandMade;

/**
 * TLS 1.3 in flights of 205, 1548, 64 + 122, 247 + 247 + 222 octets with certain packets lost, by
 * hand from Linux's rules: C0 is the SYN, S0 its answer, pure acknowledgements count.
 */
class ScriptedLossTest {
  private static final long MILLI = 1_000_000;

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
    "20, C2, 260, 280",
    "200, C2, 1000, 1200",
    "100, C5, 200, 600",
  })
  void a_loss_costs_what_linux_makes_of_it(int rtt, String lost, long handshake, long firstByte) {
    Outcome outcome = run(rtt, lost, TcpOptions.LINUX);

    assertThat(outcome.handshakeNanos()).isEqualTo(handshake * MILLI);
    assertThat(outcome.timeToFirstByteNanos()).isEqualTo(firstByte * MILLI);
  }

  @ParameterizedTest(name = "lost {0}: {1}")
  @CsvSource({"C0, 1200", "C0 C1, 3200"})
  void syn_timeouts_can_double(String lost, long handshake) {
    TcpOptions old = new TcpOptions(10, true, false, SynTimeouts.EXPONENTIAL);

    assertThat(run(100, lost, old).handshakeNanos()).isEqualTo(handshake * MILLI);
  }

  private static Outcome run(int rtt, String lost, TcpOptions tcp) {
    Set<Integer> ofClient = new HashSet<>();
    Set<Integer> ofServer = new HashSet<>();
    for (String packet : lost.isEmpty() ? new String[0] : lost.split(" ")) {
      (packet.startsWith("C") ? ofClient : ofServer).add(Integer.valueOf(packet.substring(1)));
    }
    Network network =
        Network.ideal(rtt * MILLI)
            .with(
                new Loss.Scripted(ImmutableSet.copyOf(ofClient)),
                new Loss.Scripted(ImmutableSet.copyOf(ofServer)))
            .with(tcp);
    return new Replay(Replay.Setting.free(HandMade.full13(1548), network)).run(1, 0);
  }
}
