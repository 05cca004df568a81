package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.Credentials;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.EarlyDataAccepted;
import shakedown.handshake.Signal.MaySend;
import shakedown.policy.Policy;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Octets;

/** Our machine against itself, over octets: what no other stack is needed for. */
class OursTest {
  static Stream<Variant> variants() {
    return Stream.of(
            Variant.FULL_TLS13, Variant.FULL_TLS12, List.of(Variant.RETRIED, Variant.FALSE_START))
        .flatMap(List::stream);
  }

  static Stream<CompressionAlgorithm> algorithms() {
    return Stream.of(
        CompressionAlgorithm.ZLIB, CompressionAlgorithm.BROTLI, CompressionAlgorithm.ZSTD);
  }

  static Stream<Variant> resumable() {
    return Stream.of(
        Variant.RESUMED, Variant.TICKET, Variant.SESSION_ID, Variant.LEGACY_TICKET, Variant.EARLY);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_full_handshake_completes(Variant variant) {
    Ours client = Ours.client(variant.ours(), variant.chain(), Credentials.NONE, 0);
    Ours server = Ours.server(variant.theirs(), variant.chain(), Credentials.NONE, 0);

    talk(client, server);

    assertThat(client.isFull()).isTrue();
    assertThat(client.saw(HelloRetryRequest.class)).isEqualTo(variant.isRetried());
    assertAgreed(client, server);
  }

  @ParameterizedTest
  @MethodSource("resumable")
  void a_session_is_resumed(Variant variant) {
    Policy policy = variant.ours();
    Ours first = Ours.client(policy, variant.chain(), Credentials.NONE, 0);
    Ours server = Ours.server(policy, variant.chain(), Credentials.NONE, 0);
    talk(first, server);

    Ours again = Ours.client(policy, variant.chain(), Ours.resuming(first.resumable()), 1);
    Ours other = Ours.server(policy, variant.chain(), server.remembered(), 1);
    talk(again, other);

    assertThat(again.isFull()).isFalse();
    assertAgreed(again, other);
  }

  @Test
  void early_data_is_heard_with_the_first_flight() {
    Policy policy = Variant.EARLY.ours();
    Ours first = Ours.client(policy, Variant.EARLY.chain(), Credentials.NONE, 0);
    talk(first, Ours.server(policy, Variant.EARLY.chain(), Credentials.NONE, 0));
    Credentials early =
        Ours.resuming(first.resumable()).withEarlyData(Octets.of((byte) 'h', (byte) 'i'));
    Ours again = Ours.client(policy, Variant.EARLY.chain(), early, 1);
    Ours server = Ours.server(policy, Variant.EARLY.chain(), Credentials.NONE, 1);

    again.connect();
    server.receive(again.take());

    assertThat(server.heard()).isEqualTo("hi");
    Peer.connect(server, again);
    assertThat(again.signals(EarlyDataAccepted.class)).hasSize(1);
    assertThat(again.isConnected()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void a_chain_is_shown_compressed(CompressionAlgorithm algorithm) {
    Policy policy = Variant.COMPRESSED.ours().withCompressions(algorithm);
    Ours client = Ours.client(policy, Variant.COMPRESSED.chain(), Credentials.NONE, 0);
    Ours server = Ours.server(policy, Variant.COMPRESSED.chain(), Credentials.NONE, 0);

    talk(client, server);

    assertThat(client.saw(CompressedCertificate.class)).isTrue();
    assertThat(client.saw(Certificate.class)).isFalse();
    assertAgreed(client, server);
  }

  @Test
  void a_false_start_sends_data_before_the_servers_finished() {
    Policy policy = Variant.FALSE_START.ours();
    Ours client = Ours.client(policy, Variant.FALSE_START.chain(), Credentials.NONE, 0);
    Ours server = Ours.server(policy, Variant.FALSE_START.chain(), Credentials.NONE, 0);

    client.connect();
    server.receive(client.take());
    client.receive(server.take());

    assertThat(client.signals(MaySend.class))
        .extracting(MaySend::permission)
        .containsExactly(Permission.FALSE_START);
    client.say("early bird");
    Peer.connect(client, server);
    assertThat(server.heard()).isEqualTo("early bird");
    assertThat(client.isConnected()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void the_same_session_is_the_same_again_and_another_is_not(Variant variant) {
    assertThat(signals(variant, 1))
        .isEqualTo(signals(variant, 1))
        .isNotEqualTo(signals(variant, 2));
  }

  private static ImmutableList<Signal> signals(Variant variant, long session) {
    Ours client = Ours.client(variant.ours(), variant.chain(), Credentials.NONE, session);
    Ours server = Ours.server(variant.theirs(), variant.chain(), Credentials.NONE, session);
    talk(client, server);
    return client.signals(Signal.class);
  }

  private static void talk(Ours client, Ours server) {
    client.connect();
    Peer.connect(client, server);
    client.say("from client");
    server.say("from server");
    Peer.connect(client, server);
  }

  private static void assertAgreed(Ours client, Ours server) {
    assertThat(client.heard()).isEqualTo("from server");
    assertThat(server.heard()).isEqualTo("from client");
    assertThat(client.signals(Commit.class)).hasSize(1);
    assertThat(server.signals(Commit.class)).hasSize(1);
    assertThat(client.signals(Commit.class).getFirst().agreement())
        .isEqualTo(server.signals(Commit.class).getFirst().agreement());
  }
}
