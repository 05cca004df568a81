package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.handshake.Closed;
import shakedown.handshake.Credentials;
import shakedown.handshake.Signal.AlertReceived;
import shakedown.handshake.Signal.EarlyDataAccepted;
import shakedown.handshake.Signal.EarlyDataRejected;
import shakedown.handshake.Signal.Warned;
import shakedown.pki.Chains;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.Alert;
import shakedown.wire.Extension.ServerNameKnown;

/** Names of servers and protocols of applications, to and from {@code openssl}. */
class OpenSslNamesTest {
  private static final String OTHER = "other.example";
  private static final Variant OLD = Variant.TICKET;
  private static final Variant NEW = Variant.RESUMED;

  @TempDir Path folder;
  private ServerSocket listening;

  @BeforeAll
  static void there_is_an_openssl() {
    OpenSsl.assumePresent();
  }

  @BeforeEach
  void listen() throws IOException {
    listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    listening.close();
  }

  static Stream<Variant> versions() {
    return Stream.of(OLD, NEW);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void our_client_is_told_that_the_name_was_used(Variant variant) throws IOException {
    try (OpenSsl server = OpenSsl.server(variant, named(variant, Chains.HOST))) {
      Ours first = server.visited(variant, Credentials.NONE, 0);
      Ours again = server.visited(variant, Ours.resuming(first.resumable()), 1);

      assertThat(isAnswered(first)).isTrue();
      assertThat(again.isFull()).isFalse();
      assertThat(isAnswered(again)).isEqualTo(variant.equals(NEW));
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void our_client_is_told_that_its_name_is_unknown(Variant variant) throws IOException {
    try (OpenSsl server = OpenSsl.server(variant, strict(variant))) {
      Ours client = Ours.client(variant.ours(), variant.chain(), Credentials.NONE, 0);
      try (Link link = Link.to(server.port(), client)) {
        client.connect();
        link.until(() -> client.state() instanceof Closed, "an alert");
      }

      assertThat(client.signals(AlertReceived.class))
          .containsExactly(new AlertReceived(Alert.UNRECOGNIZED_NAME.code()));
    }
  }

  @Test
  void our_client_passes_over_a_warning_that_its_name_is_unknown() throws IOException {
    try (OpenSsl server = OpenSsl.server(OLD, named(OLD, OTHER))) {
      Ours client = server.visited(OLD, Credentials.NONE, 0);

      assertThat(isAnswered(client)).isFalse();
      assertThat(client.signals(Warned.class))
          .containsExactly(new Warned(Alert.UNRECOGNIZED_NAME.code()));
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void our_server_says_that_it_used_the_name(Variant variant) throws IOException {
    Policy policy = variant.theirs().with(Option.SERVER_NAME_ANSWER);
    Ours first = server(variant, policy, 0);
    Ours again = server(variant, policy, 1);

    String told = serve(variant, first, "-tlsextdebug", "-sess_out", session());
    String toldAgain = serve(variant, again, "-tlsextdebug", "-sess_in", session());

    assertThat(told).contains("server extension \"server name\"");
    assertThat(again.isFull()).isFalse();
    assertThat(toldAgain.contains("server extension \"server name\""))
        .isEqualTo(variant.equals(NEW));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void our_server_refuses_a_name_that_it_does_not_know(Variant variant) throws IOException {
    Ours server = server(variant, variant.theirs().with(Option.STRICT_SERVER_NAME), 0);

    try (OpenSsl client = client(variant, "-servername", OTHER);
        Link link = new Link(server, listening.accept())) {
      link.until(() -> server.state() instanceof Closed, "an end");

      client.await("unrecognized name");
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void our_server_resumes_a_session_of_tls_13_alone_under_another_name(Variant variant)
      throws IOException {
    Ours again = server(variant, variant.theirs(), 1);

    serve(variant, server(variant, variant.theirs(), 0), "-sess_out", session());
    serve(variant, again, "-sess_in", session(), "-servername", OTHER);

    assertThat(again.isFull()).isEqualTo(variant.equals(OLD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "http/1.1"})
  void our_server_takes_early_data_in_the_protocol_of_the_session(String first) throws IOException {
    Policy policy = Variant.EARLY.theirs().withProtocols("h2", "http/1.1");
    Ours again = server(Variant.EARLY, policy, 1);
    Path early = Files.writeString(folder.resolve("early.txt"), "early bird\n");

    serve(Variant.EARLY, server(Variant.EARLY, policy, 0), "-alpn", first, "-sess_out", session());
    String output =
        serve(
            Variant.EARLY,
            again,
            "-alpn",
            "http/1.1,h2",
            "-sess_in",
            session(),
            "-early_data",
            early.toString());

    boolean isTaken = first.equals("h2");
    assertThat(output).contains("Early data was " + (isTaken ? "accepted" : "rejected"));
    assertThat(again.heard().contains("early bird")).isEqualTo(isTaken);
    assertThat(again.isFull()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "http/1.1"})
  void our_client_speaks_early_in_the_protocol_of_the_session(String first) throws IOException {
    String[] options = {"-early_data", "-no_anti_replay", "-alpn", "h2,http/1.1"};
    try (OpenSsl server = OpenSsl.server(Variant.EARLY, options)) {
      Ours before = server.visited(speaking(first), Credentials.NONE, 0);
      Credentials early =
          Ours.resuming(before.resumable()).withEarlyData(Ours.words("early bird\n"));
      Ours again = server.visited(speaking("http/1.1", "h2"), early, 1);

      assertThat(again.signals(EarlyDataAccepted.class)).hasSize(first.equals("h2") ? 1 : 0);
      assertThat(again.signals(EarlyDataRejected.class)).hasSize(first.equals("h2") ? 0 : 1);
    }
  }

  private static Variant speaking(String... protocols) {
    Variant early = Variant.EARLY;
    return new Variant(
        early.name(), early.chain(), early.ours().withProtocols(protocols), early.theirGroup());
  }

  /** A second server behind the first; it finds its intermediate authority in a file. */
  private static String[] named(Variant variant, String name) {
    String chain = variant.chain().chainFile().toString();
    String key = variant.chain().keyFile().toString();
    return new String[] {"-servername", name, "-cert2", chain, "-key2", key, "-CAfile", chain};
  }

  private static String[] strict(Variant variant) {
    return Stream.concat(Stream.of("-servername_fatal"), Stream.of(named(variant, OTHER)))
        .toArray(String[]::new);
  }

  private static boolean isAnswered(Ours client) {
    return client.answer(ServerNameKnown.class).isPresent();
  }

  private static Ours server(Variant variant, Policy policy, int number) {
    return Ours.server(policy, variant.chain(), Credentials.NONE, number);
  }

  private OpenSsl client(Variant variant, String... options) {
    return OpenSsl.client(variant, listening.getLocalPort(), options);
  }

  /** A client of OpenSSL completes, and goes. Returns what it printed. */
  private String serve(Variant variant, Ours server, String... options) throws IOException {
    try (OpenSsl client = client(variant, options);
        Link link = new Link(server, listening.accept())) {
      link.until(server::isConnected, "a handshake");
      client.say("from them\n");
      link.until(() -> server.heard().endsWith("from them\n"), "words");
      server.say("from us\n");
      link.flush();
      client.await("from us");
      client.end();
      link.until(() -> server.state() instanceof Closed, "an end");
      return client.output();
    }
  }

  private String session() {
    return folder.resolve("session.pem").toString();
  }
}
