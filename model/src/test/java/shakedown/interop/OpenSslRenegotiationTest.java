package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shakedown.handshake.Credentials;
import shakedown.handshake.Input;
import shakedown.handshake.Signal.Commit;
import shakedown.policy.Option;

/** Another handshake of TLS 1.2 on the same connection, with OpenSSL at the other end. */
final class OpenSslRenegotiationTest {
  private static final Variant VARIANT = Variant.FULL_TLS12.getFirst();

  @BeforeAll
  static void findOpenSsl() {
    OpenSsl.assumePresent();
  }

  @Test
  void our_server_and_a_client_that_renegotiates_complete() throws IOException {
    renegotiated((_, client) -> client.say("R\n"));
  }

  @Test
  void our_server_asks_a_client_for_another_handshake() throws IOException {
    renegotiated((server, _) -> server.ask(new Input.Renegotiate()));
  }

  private static void renegotiated(BiConsumer<Ours, OpenSsl> asking) throws IOException {
    Ours server =
        Ours.server(
            VARIANT.theirs().with(Option.RENEGOTIATION), VARIANT.chain(), Credentials.NONE, 0);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        OpenSsl client = OpenSsl.client(VARIANT, listening.getLocalPort(), "-tls1_2");
        Link link = new Link(server, listening.accept())) {
      link.until(server::isConnected, "a handshake");
      asking.accept(server, client);
      link.flush();

      link.until(() -> server.signals(Commit.class).size() == 2, "another handshake");
      client.say("from them\n");
      link.until(() -> server.heard().endsWith("from them\n"), "words");
      assertThat(server.isConnected()).isTrue();
    }
  }

  @Test
  void our_client_renegotiates_with_a_server() throws IOException {
    Ours client =
        Ours.client(
            VARIANT.ours().with(Option.RENEGOTIATION), VARIANT.chain(), Credentials.NONE, 0);
    try (OpenSsl server = OpenSsl.server(VARIANT, "-client_renegotiation");
        Link link = Link.to(server.port(), client)) {
      client.connect();
      link.until(client::isConnected, "a handshake");
      client.ask(new Input.Renegotiate());
      link.flush();

      link.until(() -> client.signals(Commit.class).size() == 2, "another handshake");
      client.say("from us\n");
      link.flush();
      server.await("from us");
    }
  }
}
