package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.Closed;
import shakedown.handshake.Credentials;
import shakedown.handshake.Signal.Commit;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;

/** Our server against {@code openssl s_client}. */
class OpenSslClientTest {
  private static final int BACKLOG = 1;

  @TempDir Path folder;
  private ServerSocket listening;

  @BeforeAll
  static void there_is_an_openssl() {
    OpenSsl.assumePresent();
  }

  @BeforeEach
  void listen() throws IOException {
    listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    listening.close();
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
  void our_server_completes(Variant variant) throws IOException {
    Ours server = Ours.server(variant.theirs(), variant.chain(), Credentials.NONE, 0);

    String output = talk(variant, server);

    assertThat(server.isFull()).isTrue();
    assertThat(server.saw(HelloRetryRequest.class)).isEqualTo(variant.isRetried());
    assertThat(output).contains("New, TLSv1.");
  }

  @ParameterizedTest
  @MethodSource("resumable")
  void our_server_resumes(Variant variant) throws IOException {
    Ours first = Ours.server(variant.theirs(), variant.chain(), Credentials.NONE, 0);
    talk(variant, first, "-sess_out", session());

    Ours again = Ours.server(variant.theirs(), variant.chain(), first.remembered(), 1);
    String output = talk(variant, again, "-sess_in", session());

    assertThat(again.isFull()).isFalse();
    assertThat(output).contains("Reused, TLSv1.");
  }

  @Test
  void early_data_is_taken() throws IOException {
    Variant variant = Variant.EARLY;
    talk(variant, server(variant, Ours.TICKET_KEY, 0), "-sess_out", session());

    Ours again = server(variant, Ours.TICKET_KEY, 1);
    String output = talk(variant, again, early());

    assertThat(output).contains("Early data was accepted");
    assertThat(again.heard()).startsWith("early bird");
    assertThat(again.isFull()).isFalse();
  }

  @Test
  void early_data_is_refused_by_a_full_handshake() throws IOException {
    Variant variant = Variant.EARLY;
    talk(variant, server(variant, Ours.TICKET_KEY, 0), "-sess_out", session());

    Ours again = server(variant, Ours.OTHER_TICKET_KEY, 1);
    String output = talk(variant, again, early());

    assertThat(output).contains("Early data was rejected");
    assertThat(again.heard()).doesNotContain("early bird");
    assertThat(again.isFull()).isTrue();
  }

  @Test
  void early_data_is_refused_by_a_retry() throws IOException {
    Variant variant = Variant.EARLY;
    talk(variant, server(variant, Ours.TICKET_KEY, 0), "-sess_out", session());

    Ours again = server(variant.towards(NamedGroup.SECP256R1), Ours.TICKET_KEY, 1);
    String output = talk(variant, again, early());

    assertThat(output).contains("Early data was rejected");
    assertThat(again.heard()).doesNotContain("early bird");
    assertThat(again.saw(HelloRetryRequest.class)).isTrue();
  }

  @Test
  void our_server_shows_a_compressed_chain() throws IOException {
    OpenSsl.assumeCompresses();
    Variant variant = Variant.COMPRESSED;
    Ours server = Ours.server(variant.theirs(), variant.chain(), Credentials.NONE, 0);

    talk(variant, server);

    // a build without any compression library offers none
    assertThat(server.saw(Certificate.class)).isNotEqualTo(server.saw(CompressedCertificate.class));
  }

  private String session() {
    return folder.resolve("session.pem").toString();
  }

  private String[] early() throws IOException {
    Path file = Files.writeString(folder.resolve("early.txt"), "early bird\n");
    return new String[] {"-sess_in", session(), "-early_data", file.toString()};
  }

  private static Ours server(Variant variant, Octets ticketKey, int number) {
    Credentials credentials = Credentials.NONE.withTicketKey(ticketKey);
    return Ours.server(variant.theirs(), variant.chain(), credentials, number);
  }

  /** One whole session: both talk, and the client closes. Returns what it printed. */
  private String talk(Variant variant, Ours server, String... options) throws IOException {
    try (OpenSsl client = OpenSsl.client(variant, listening.getLocalPort(), options);
        Link link = new Link(server, listening.accept())) {
      link.until(server::isConnected, "a handshake");
      client.say("from them\n");
      link.until(() -> server.heard().endsWith("from them\n"), "words");
      server.say("from us\n");
      link.flush();
      client.await("from us");
      client.end();
      link.until(() -> server.state() instanceof Closed, "an end");
      assertThat(server.state()).isEqualTo(new Closed(Closed.Ending.CLEAN));
      assertThat(server.signals(Commit.class))
          .singleElement()
          .satisfies(each -> assertThat(each.agreement().suite()).isEqualTo(variant.suite()));
      return client.output();
    }
  }
}
