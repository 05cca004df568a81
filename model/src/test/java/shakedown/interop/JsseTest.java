package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.Closed;
import shakedown.handshake.Credentials;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.MaySend;
import shakedown.wire.Message.HelloRetryRequest;

/** Our machine against the JDK's stack, in both roles. */
class JsseTest {
  static Stream<Variant> variants() {
    return Stream.of(Variant.FULL_TLS13, Variant.FULL_TLS12, List.of(Variant.RETRIED))
        .flatMap(List::stream);
  }

  static Stream<Variant> resumable() {
    return Stream.of(Variant.RESUMED, Variant.EARLY, Variant.TICKET, Variant.SESSION_ID);
  }

  /** Its server resumes no session without an extended master secret, its client does. */
  static Stream<Variant> resumableByItsClient() {
    return Stream.concat(resumable(), Stream.of(Variant.LEGACY_TICKET));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void our_client_completes_with_its_server(Variant variant) {
    Ours client = Ours.client(variant.ours(), variant.chain(), Credentials.NONE, 0);
    JssePeer server = new Jsse(variant.chain()).server(variant);

    talk(client, server);

    assertAgreed(client, server, variant);
    assertThat(client.isFull()).isTrue();
    assertThat(client.saw(HelloRetryRequest.class)).isEqualTo(variant.isRetried());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void our_server_completes_with_its_client(Variant variant) {
    JssePeer client = new Jsse(variant.chain()).client(variant);
    Ours server = Ours.server(variant.theirs(), variant.chain(), Credentials.NONE, 0);

    talk(server, client);

    assertAgreed(server, client, variant);
    assertThat(server.isFull()).isTrue();
  }

  @Test
  void our_server_asks_its_client_again_for_a_group_that_it_did_not_share() {
    // its client brings shares of its first two groups, so the third is asked for
    Variant variant = Variant.RETRIED;
    JssePeer client = new Jsse(variant.chain()).client(variant, "x25519", "secp384r1", "secp256r1");
    Ours server = Ours.server(variant.theirs(), variant.chain(), Credentials.NONE, 0);

    talk(server, client);

    assertAgreed(server, client, variant);
    assertThat(server.saw(HelloRetryRequest.class)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("resumable")
  void our_client_resumes_a_session_of_its_server(Variant variant) {
    Jsse jsse = new Jsse(variant.chain());
    Ours first = Ours.client(variant.ours(), variant.chain(), Credentials.NONE, 0);
    talk(first, jsse.server(variant));

    Ours again = Ours.client(variant.ours(), variant.chain(), Ours.resuming(first.resumable()), 1);
    JssePeer server = jsse.server(variant);
    talk(again, server);

    assertAgreed(again, server, variant);
    assertThat(again.isFull()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("resumableByItsClient")
  void our_server_resumes_a_session_of_its_client(Variant variant) {
    Jsse jsse = new Jsse(variant.chain());
    Ours first = Ours.server(variant.ours(), variant.chain(), Credentials.NONE, 0);
    JssePeer firstClient = jsse.client(variant);
    talk(first, firstClient);
    firstClient.close();
    Peer.connect(firstClient, first);

    Ours again = Ours.server(variant.ours(), variant.chain(), first.remembered(), 1);
    JssePeer client = jsse.client(variant);
    talk(again, client);

    assertAgreed(again, client, variant);
    assertThat(again.isFull()).isFalse();
  }

  @Test
  void our_client_starts_falsely_with_its_server() {
    Variant variant = Variant.FALSE_START;
    Ours client = Ours.client(variant.ours(), variant.chain(), Credentials.NONE, 0);
    JssePeer server = new Jsse(variant.chain()).server(variant);

    client.connect();
    server.receive(client.take());
    client.receive(server.take());
    client.say("early bird");

    assertThat(client.signals(MaySend.class))
        .extracting(MaySend::permission)
        .containsExactly(Permission.FALSE_START);
    Peer.connect(client, server);
    assertThat(server.heard()).isEqualTo("early bird");
    assertThat(client.isConnected()).isTrue();
  }

  private static void talk(Ours ours, JssePeer theirs) {
    if (theirs.isClient()) {
      theirs.connect();
    } else {
      ours.connect();
    }
    Peer.connect(ours, theirs);
    assertThat(ours.state().name()).isEqualTo("Connected");
    ours.say("from us");
    theirs.say("from them");
    Peer.connect(ours, theirs);
  }

  private static void assertAgreed(Ours ours, JssePeer theirs, Variant variant) {
    assertThat(ours.heard()).isEqualTo("from them");
    assertThat(theirs.heard()).isEqualTo("from us");
    assertThat(theirs.session().getProtocol()).isEqualTo(Jsse.protocol(variant.version()));
    assertThat(theirs.session().getCipherSuite()).isEqualTo(variant.suite().toString());
    assertThat(ours.signals(Commit.class)).hasSize(1);
    theirs.close();
    Peer.connect(theirs, ours);
    assertThat(ours.state()).isEqualTo(new Closed(Closed.Ending.CLEAN));
    assertThat(ours.signals(Signal.Alerted.class)).isEmpty();
  }
}
