package shakedown.policy.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.rules.Rule.SERVER_FINISHED_IS_VALID;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shakedown.crypto.Concrete;
import shakedown.crypto.Seed;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Session;
import shakedown.handshake.Session12;
import shakedown.handshake.Session13;
import shakedown.handshake.Step;
import shakedown.pki.Trust;
import shakedown.policy.Policy;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Octets;
import shakedown.wire.Remembered;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Hellos of OpenSSL that offer a session which its own server gave. */
class ResumptionHelloTest {
  private static final String HOST = "server.example.com";
  private static final Path CHAIN = Path.of("../experiments/configs/chains/ecdsa-p256-2.pem");
  private static final Path KEY = CHAIN.resolveSibling("ecdsa-p256-2.key");
  private static final String END = "-----END SSL SESSION PARAMETERS-----";
  private static final int TRIES = 1000;

  @TempDir Path folder;

  @BeforeEach
  void skip() {
    Captured.assumeOpenssl();
  }

  @Test
  void a_ticket_of_tls_12_is_offered_in_the_same_octets() throws Exception {
    byte[] theirs = resuming("-tls1_2");
    Value ticket =
        requireNonNull(
            Ours.hello(theirs).extensions().find(SessionTicket.class).orElseThrow().ticket());
    Session session =
        new Session12(
            null,
            blank(ticket),
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            true,
            Octets.of(new byte[48]),
            proven(),
            new Remembered(HOST, "", 0, Remembered.ANYONE));

    assertThat(layout(Version.TLS12, session)).isEqualTo(Ours.layout(theirs));
  }

  @Test
  void a_pre_shared_key_of_tls_13_is_offered_in_the_same_octets() throws Exception {
    byte[] theirs = resuming("-tls1_3");
    PreSharedKeys keys = Ours.hello(theirs).extensions().find(PreSharedKeys.class).orElseThrow();
    Session session =
        new Session13(
            blank(keys.identities().get(0).ticket()),
            Octets.of(new byte[48]),
            Octets.of(new byte[4]),
            CipherSuite.TLS_AES_256_GCM_SHA384,
            0,
            proven(),
            new Remembered(HOST, "", 0, Remembered.ANYONE));

    assertThat(layout(Version.TLS13, session)).isEqualTo(Ours.layout(theirs));
  }

  private static String layout(Version version, Session session) {
    Policy policy = RealClient.OPENSSL_3_0.policy(HOST, version);
    var offer = new Credentials.Offer(session, Octets.of(new byte[4]));
    return Ours.layout(policy, Credentials.NONE.withOffers(offer));
  }

  private static Octets blank(Value value) {
    return Octets.of(new byte[Octets.length(value)]);
  }

  private static PeerProven proven() {
    Context context =
        new Context(
            Policy.of(HOST),
            Credentials.NONE,
            Trust.NOBODY,
            Rules.RFC,
            new Concrete(new Seed(1, "client", 1)));
    List<PeerProven> proven = new ArrayList<>();
    context
        .require(SERVER_FINISHED_IS_VALID, () -> true)
        .proveByTag(
            null,
            HOST,
            peer -> {
              proven.add(peer);
              return Step.abort(Rule.MESSAGE_PARSES);
            });
    return proven.get(0);
  }

  /** The hello that offers the session of one before. */
  private byte[] resuming(String version) throws Exception {
    Path session = folder.resolve("session.pem");
    Process server =
        new ProcessBuilder(
                "openssl",
                "s_server",
                "-accept",
                "127.0.0.1:0",
                "-cert",
                CHAIN.toString(),
                "-key",
                KEY.toString())
            .redirectErrorStream(true)
            .start();
    try (var output = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
      keep(session, version, port(output));
    } finally {
      server.destroyForcibly();
    }
    return Captured.ofOpenssl("-servername", HOST, version, "-sess_in", session.toString());
  }

  private static String port(BufferedReader output) throws IOException {
    String line = output.readLine();
    while (line != null && !line.startsWith("ACCEPT ")) {
      line = output.readLine();
    }
    assertThat(line).isNotNull();
    return line.substring(line.lastIndexOf(':') + 1);
  }

  private static void keep(Path session, String version, String port) throws Exception {
    Process client =
        new ProcessBuilder(
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + port,
                "-servername",
                HOST,
                version,
                "-sess_out",
                session.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      for (int i = 0; i < TRIES && !isWhole(session); i++) {
        Thread.sleep(20);
      }
    } finally {
      client.destroyForcibly();
    }
  }

  private static boolean isWhole(Path session) throws IOException {
    return Files.exists(session) && Files.readString(session).contains(END);
  }
}
