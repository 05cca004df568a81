package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.datagram.Party;
import shakedown.datagram.Setting;
import shakedown.handshake.Credentials;
import shakedown.handshake.Signal.Commit;
import shakedown.pki.Chains;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.Octets;

/** Both our roles of DTLS 1.2 against OpenSSL. */
class DatagramOpenSslTest {

  private static final int SMALL = 256;

  @TempDir Path folder;

  @BeforeAll
  static void there_is_an_openssl() {
    OpenSsl.assumePresent();
  }

  static Stream<Variant> variants() {
    return Variant.FULL_TLS12.stream();
  }

  /** A server of OpenSSL takes an Ed25519 key over streams only (TLS1_get_version). */
  static Stream<Variant> spokenByTheirServer() {
    return variants().filter(each -> each.chain() != Chains.ED25519);
  }

  static Stream<Variant> resumable() {
    return Stream.of(Variant.TICKET, Variant.SESSION_ID, Variant.LEGACY_TICKET);
  }

  private static Party client(Variant variant, Credentials credentials, int maxDatagram) {
    return Party.client(variant.ours(), variant.chain(), credentials, maxDatagram);
  }

  private static Party server(Variant variant, Credentials credentials) {
    return Party.server(variant.theirs(), variant.chain(), credentials, Setting.USUAL_MAX_DATAGRAM);
  }

  private static String[] server12(String... more) {
    return Stream.concat(Stream.of("-dtls1_2", "-timeout"), Stream.of(more)).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("spokenByTheirServer")
  void our_client_completes(Variant variant) throws IOException {
    Party client = client(variant, Credentials.NONE, Setting.USUAL_MAX_DATAGRAM);

    try (OpenSsl server = OpenSsl.server(variant, server12())) {
      talk(client, server, DatagramOpenSslTest::isLost);
    }

    assertThat(client.took(Certificate12.class)).isTrue();
    assertThat(client.signals(Commit.class))
        .extracting(each -> each.agreement().suite())
        .containsExactly(variant.suite());
  }

  @ParameterizedTest
  @MethodSource("resumable")
  void our_client_resumes(Variant variant) throws IOException {
    Party first = client(variant, Credentials.NONE, Setting.USUAL_MAX_DATAGRAM);
    try (OpenSsl server = OpenSsl.server(variant, server12())) {
      talk(first, server, DatagramOpenSslTest::isLost);
      Party again = client(variant, Party.resuming(first.resumable()), Setting.USUAL_MAX_DATAGRAM);

      talk(again, server, DatagramOpenSslTest::isLost);

      assertThat(again.took(Certificate12.class)).isFalse();
    }
  }

  @Test
  void our_client_shows_a_cookie_where_a_server_keeps_no_state() throws IOException {
    Variant variant = Variant.TICKET;
    Party client = client(variant, Credentials.NONE, Setting.USUAL_MAX_DATAGRAM);

    try (OpenSsl server = OpenSsl.server(variant, server12("-listen"))) {
      talk(client, server, DatagramOpenSslTest::isLost);
    }

    assertThat(client.took(HelloVerifyRequest.class)).isTrue();
  }

  @Test
  void our_client_completes_where_all_datagrams_are_small() throws IOException {
    Variant variant = Variant.FULL_TLS12.get(3);
    Party client = client(variant, Credentials.NONE, SMALL);

    try (OpenSsl server = OpenSsl.server(variant, server12("-mtu", "" + SMALL))) {
      talk(client, server, DatagramOpenSslTest::isLost);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void our_client_completes_where_datagrams_are_lost(long seed) throws IOException {
    Variant variant = Variant.TICKET;
    Party client = client(variant, Credentials.NONE, Setting.USUAL_MAX_DATAGRAM);

    try (OpenSsl server = OpenSsl.server(variant, server12("-mtu", "1200"))) {
      talk(client, server, losing(seed));
    }
  }

  private static boolean isLost(Octets datagram) {
    return false;
  }

  /** Of the first datagrams a third. */
  private static Predicate<Octets> losing(long seed) {
    var random = new Random(seed);
    int[] left = {8};
    return _ -> left[0]-- > 0 && random.nextInt(3) == 0;
  }

  private static void talk(Party client, OpenSsl server, Predicate<Octets> isLost)
      throws IOException {
    try (var link = new DatagramLink(isLost)) {
      link.connect(client, server.port());
      link.until(client::isConnected, "a handshake");
      link.say(client, "from us\n");
      server.await("from us");
      server.say("from them\n");
      link.until(() -> client.heard().endsWith("from them\n"), "words");
      link.close(client);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void our_server_completes(Variant variant) throws IOException {
    Party server = server(variant, Credentials.NONE);

    String output = talk(variant, server, DatagramOpenSslTest::isLost);

    assertThat(output).contains("New, TLSv1.");
    assertThat(server.signals(Commit.class))
        .extracting(each -> each.agreement().suite())
        .containsExactly(variant.suite());
  }

  @ParameterizedTest
  @MethodSource("resumable")
  void our_server_resumes(Variant variant) throws IOException {
    String session = folder.resolve("session.pem").toString();
    Party first = server(variant, Credentials.NONE);
    talk(variant, first, DatagramOpenSslTest::isLost, "-sess_out", session);

    String output =
        talk(
            variant,
            server(variant, first.remembered()),
            DatagramOpenSslTest::isLost,
            "-sess_in",
            session);

    assertThat(output).contains("Reused, TLSv1.");
  }

  @Test
  void our_guard_lets_in_who_shows_a_cookie() throws IOException {
    Variant variant = Variant.TICKET;
    Setting setting = Party.serverSetting(variant.theirs(), variant.chain(), Credentials.NONE);
    try (var link = new DatagramLink(DatagramOpenSslTest::isLost);
        OpenSsl client = OpenSsl.client(variant, link.port(), "-dtls1_2")) {
      Party server = link.admit(setting);

      link.until(server::isConnected, "a handshake");
      client.say("from them\n");
      link.until(() -> server.heard().endsWith("from them\n"), "words");
    }
  }

  @Test
  void our_server_completes_where_all_datagrams_are_small() throws IOException {
    Variant variant = Variant.FULL_TLS12.get(3);
    Party server = Party.server(variant.theirs(), variant.chain(), Credentials.NONE, SMALL);

    talk(variant, server, DatagramOpenSslTest::isLost, "-mtu", "" + SMALL);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void our_server_completes_where_datagrams_are_lost(long seed) throws IOException {
    talk(
        Variant.TICKET,
        server(Variant.TICKET, Credentials.NONE),
        losing(seed),
        "-timeout",
        "-mtu",
        "1200");
  }

  private static String talk(
      Variant variant, Party server, Predicate<Octets> isLost, String... options)
      throws IOException {
    String[] all = Stream.concat(Stream.of("-dtls1_2"), Stream.of(options)).toArray(String[]::new);
    try (var link = new DatagramLink(isLost);
        OpenSsl client = OpenSsl.client(variant, link.port(), all)) {
      link.listen(server);
      link.until(server::isConnected, "a handshake");
      client.say("from them\n");
      link.until(() -> server.heard().endsWith("from them\n"), "words");
      link.say(server, "from us\n");
      client.await("from us");
      client.end();
      link.until(server::isClosed, "an end");
      return client.output();
    }
  }
}
