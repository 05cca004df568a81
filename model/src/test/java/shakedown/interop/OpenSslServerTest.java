package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.Credentials;
import shakedown.handshake.Permission;
import shakedown.handshake.Session;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.EarlyDataAccepted;
import shakedown.handshake.Signal.EarlyDataRejected;
import shakedown.handshake.Signal.MaySend;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.NamedGroup;

/** Our client against {@code openssl s_server}. */
class OpenSslServerTest {
  private static final String[] TAKES_EARLY_DATA = {"-early_data", "-no_anti_replay"};

  @BeforeAll
  static void there_is_an_openssl() {
    OpenSsl.assumePresent();
  }

  static Stream<Variant> variants() {
    return Stream.of(Variant.FULL_TLS13, Variant.FULL_TLS12, List.of(Variant.RETRIED))
        .flatMap(List::stream);
  }

  static Stream<Variant> resumable() {
    return Stream.of(Variant.RESUMED, Variant.TICKET, Variant.SESSION_ID, Variant.LEGACY_TICKET);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void our_client_completes(Variant variant) throws IOException {
    try (OpenSsl server = OpenSsl.server(variant)) {
      Ours client = talk(variant, server, Credentials.NONE, 0);

      assertThat(client.isFull()).isTrue();
      assertThat(client.saw(HelloRetryRequest.class)).isEqualTo(variant.isRetried());
    }
  }

  @ParameterizedTest
  @MethodSource("resumable")
  void our_client_resumes(Variant variant) throws IOException {
    try (OpenSsl server = OpenSsl.server(variant)) {
      Ours first = talk(variant, server, Credentials.NONE, 0);

      Ours again = talk(variant, server, Ours.resuming(first.resumable()), 1);

      assertThat(again.isFull()).isFalse();
    }
  }

  @Test
  void early_data_is_taken() throws IOException {
    try (OpenSsl server = OpenSsl.server(Variant.EARLY, TAKES_EARLY_DATA)) {
      Ours first = talk(Variant.EARLY, server, Credentials.NONE, 0);

      Ours again = talk(Variant.EARLY, server, early(first.resumable()), 1);

      server.await("early bird");
      assertThat(again.isFull()).isFalse();
      assertThat(again.signals(EarlyDataAccepted.class)).hasSize(1);
    }
  }

  @Test
  void early_data_is_refused_by_a_full_handshake() throws IOException {
    try (OpenSsl server = OpenSsl.server(Variant.EARLY, TAKES_EARLY_DATA);
        OpenSsl other = OpenSsl.server(Variant.EARLY, TAKES_EARLY_DATA)) {
      Ours first = talk(Variant.EARLY, server, Credentials.NONE, 0);

      Ours again = talk(Variant.EARLY, other, early(first.resumable()), 1);

      assertThat(again.isFull()).isTrue();
      assertThat(again.signals(EarlyDataRejected.class)).hasSize(1);
      assertThat(other.output()).doesNotContain("early bird");
    }
  }

  @Test
  void early_data_is_refused_by_a_retry() throws IOException {
    Variant retried = Variant.EARLY.towards(NamedGroup.SECP256R1);
    try (OpenSsl server = OpenSsl.server(Variant.EARLY, TAKES_EARLY_DATA);
        OpenSsl other = OpenSsl.server(retried, TAKES_EARLY_DATA)) {
      Ours first = talk(Variant.EARLY, server, Credentials.NONE, 0);

      Ours again = talk(retried, other, early(first.resumable()), 1);

      assertThat(again.saw(HelloRetryRequest.class)).isTrue();
      assertThat(again.signals(EarlyDataRejected.class)).hasSize(1);
      assertThat(other.output()).doesNotContain("early bird");
    }
  }

  @Test
  void our_client_is_shown_a_compressed_chain() throws IOException {
    OpenSsl.assumeCompresses();
    try (OpenSsl server = OpenSsl.server(Variant.COMPRESSED, "-cert_comp")) {
      Ours client = talk(Variant.COMPRESSED, server, Credentials.NONE, 0);

      // a build without any compression library shows the chain as it is
      assertThat(client.saw(Certificate.class))
          .isNotEqualTo(client.saw(CompressedCertificate.class));
    }
  }

  @Test
  void our_client_starts_falsely() throws IOException {
    Variant variant = Variant.FALSE_START;
    Ours client = Ours.client(variant.ours(), variant.chain(), Credentials.NONE, 0);
    try (OpenSsl server = OpenSsl.server(variant);
        Link link = Link.to(server.port(), client)) {
      client.connect();
      link.until(() -> client.mayTalk(), "leave to talk");

      assertThat(client.signals(MaySend.class))
          .extracting(MaySend::permission)
          .containsExactly(Permission.FALSE_START);
      client.say("early bird\n");
      link.until(client::isConnected, "a handshake");
      server.await("early bird");
    }
  }

  private static Credentials early(Session session) {
    return Ours.resuming(session).withEarlyData(Ours.words("early bird\n"));
  }

  /** One whole session: both talk, and our client closes. */
  private static Ours talk(Variant variant, OpenSsl server, Credentials credentials, int number)
      throws IOException {
    Ours client = server.visited(variant, credentials, number);
    assertThat(client.signals(Commit.class))
        .singleElement()
        .satisfies(each -> assertThat(each.agreement().suite()).isEqualTo(variant.suite()));
    return client;
  }
}
