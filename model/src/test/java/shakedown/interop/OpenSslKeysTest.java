package shakedown.interop;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.handshake.Credentials;
import shakedown.handshake.Input;
import shakedown.handshake.PreSharedKey;
import shakedown.handshake.Signal.Exported;
import shakedown.policy.Policy;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Hash;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Octets;
import shakedown.wire.PskMode;

/** Keys that both were given before, and keys that both export, with OpenSSL at the other end. */
final class OpenSslKeysTest {
  private static final String HEX = "00112233445566778899aabbccddeeff";
  private static final String NAME = "somebody";
  private static final Credentials CREDENTIALS =
      Credentials.NONE.withPreShared(
          new PreSharedKey(
              Ours.words(NAME),
              Octets.of(BaseEncoding.base16().lowerCase().decode(HEX)),
              Hash.SHA256));
  private static final Variant VARIANT = Variant.FULL_TLS13.getFirst();
  private static final Input.Export EXPORT = new Input.Export("EXPORTER-shakedown", null, 40);

  private static Policy in(Policy policy, boolean alone) {
    return policy.withPskModes(alone ? PskMode.PSK_KE : PskMode.PSK_DHE_KE);
  }

  private static String[] options(boolean alone, String... more) {
    return ImmutableList.<String>builder()
        .addAll(alone ? ImmutableList.of("-allow_no_dhe_kex") : ImmutableList.of())
        .add("-psk", HEX, "-psk_identity", NAME)
        .add(more)
        .build()
        .toArray(String[]::new);
  }

  @BeforeAll
  static void findOpenSsl() {
    OpenSsl.assumePresent();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void our_client_and_a_server_of_one_key_complete(boolean alone) throws IOException {
    Ours client = Ours.client(in(VARIANT.ours(), alone), VARIANT.chain(), CREDENTIALS, 0);
    try (OpenSsl server = OpenSsl.server(VARIANT, options(alone));
        Link link = Link.to(server.port(), client)) {
      client.connect();
      link.until(client::isConnected, "a handshake");
      client.say("from us\n");
      link.flush();

      server.await("from us");
      assertThat(client.isFull()).isFalse();
      assertThat(hasShare(client)).isEqualTo(!alone);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void our_server_and_a_client_of_one_key_complete(boolean alone) throws IOException {
    Ours server = Ours.server(in(VARIANT.theirs(), alone), VARIANT.chain(), CREDENTIALS, 0);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        OpenSsl client =
            OpenSsl.client(VARIANT, listening.getLocalPort(), options(alone, "-tls1_3"));
        Link link = new Link(server, listening.accept())) {
      link.until(server::isConnected, "a handshake");
      client.say("from them\n");

      link.until(() -> server.heard().endsWith("from them\n"), "words");
      assertThat(server.isFull()).isFalse();
      assertThat(hasShare(server)).isEqualTo(!alone);
    }
  }

  static Stream<Variant> versions() {
    return Stream.of(VARIANT, Variant.FULL_TLS12.getFirst());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void both_export_the_same_keys(Variant variant) throws IOException {
    Ours server = Ours.server(variant.theirs(), variant.chain(), Credentials.NONE, 0);
    String[] asked = {"-keymatexport", EXPORT.label(), "-keymatexportlen", "" + EXPORT.length()};
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        OpenSsl client = OpenSsl.client(variant, listening.getLocalPort(), asked);
        Link link = new Link(server, listening.accept())) {
      link.until(server::isConnected, "a handshake");
      server.ask(EXPORT);

      Octets ours = (Octets) server.signals(Exported.class).getFirst().keys();
      String hex = BaseEncoding.base16().encode(Octets.bytes(ours)).toUpperCase(ROOT);
      client.await("Keying material: " + hex);
    }
  }

  private static boolean hasShare(Ours ours) {
    return ours.messages(ServerHello.class).getLast().extensions().has(KeyShare.class);
  }
}
