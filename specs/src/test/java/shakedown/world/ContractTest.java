package shakedown.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.client.Start;
import shakedown.crypto.Concrete;
import shakedown.crypto.PrivateKey;
import shakedown.crypto.Seed;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.pki.CertificateFileError;
import shakedown.pki.CertificateFiles;
import shakedown.pki.Identity;
import shakedown.pki.RawKey;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.server.ExpectClientHello;
import shakedown.wire.KeyType;
import shakedown.wire.Octets;
import shakedown.wire.Role;

/**
 * It is one machine: run with the same policies on terms and on octets, it goes through the same
 * states by the same inputs, with the same effects and signals in the same order.
 */
class ContractTest {
  private static final Path CHAINS = Path.of("../experiments/configs/chains");

  /** The year 2030, which the chains hold in. */
  private static final long INSTANT = 1_893_456_000;

  @ParameterizedTest
  @MethodSource("scenarios")
  void terms_and_octets_take_the_same_steps(Scenario scenario) throws CertificateFileError {
    List<String> symbolic = SymbolicPeer.run(Parties.of(scenario));
    List<String> concrete = concrete(scenario);

    assertThat(String.join("\n", concrete)).isEqualTo(String.join("\n", symbolic));
    assertThat(symbolic.size()).isGreaterThan(2);
  }

  static Stream<Scenario> scenarios() throws IOException {
    List<Scenario> all = new ArrayList<>(Variants.all());
    try (var files = Files.list(Path.of("scenarios"))) {
      files
          .sorted()
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(file -> ScenarioReader.read(file).toOptional().orElseThrow())
          .map(Variants::atTheHostOfTheChains)
          .forEach(all::add);
    }
    return all.stream();
  }

  private static List<String> concrete(Scenario scenario) throws CertificateFileError {
    Context client = client(scenario);
    Context server = server(scenario);
    if (scenario.resumption() != Resumption.NONE) {
      boolean early = client.policy().has(Option.EARLY_DATA);
      var before =
          run(
              Rehearsal.before(client, new Concrete(new Seed(1, "client", 0)), early),
              Rehearsal.before(server, new Concrete(new Seed(1, "server", 0)), early),
              new ArrayList<>());
      client = Rehearsal.after(client, before.client().claims());
      server = Rehearsal.after(server, before.server().claims());
    }
    List<String> log = new ArrayList<>();
    run(client, server, log);
    return log;
  }

  private record Ran(Peer client, Peer server) {}

  private static Ran run(Context client, Context server, List<String> log) {
    var clientPeer = new ConcretePeer(Role.CLIENT, new Start(), client, log);
    var serverPeer = new ConcretePeer(Role.SERVER, new ExpectClientHello(), server, log);
    ConcretePeer.run(clientPeer, serverPeer);
    return new Ran(clientPeer, serverPeer);
  }

  private static Context client(Scenario scenario) throws CertificateFileError {
    var anchors = CertificateFiles.certificates(chain(scenario.keyType(), "-root.pem"));
    return new Context(
        scenario.resumption().in(scenario.client().policy()),
        preShared(scenario.client().policy()),
        new Trust(anchors, INSTANT)
            .withKeys(new RawKey(Variants.HOST, bare(scenario.keyType()).publicKey())),
        scenario.client().rules(),
        new Concrete(new Seed(1, "client", 1)));
  }

  private static Context server(Scenario scenario) throws CertificateFileError {
    var identity =
        CertificateFiles.identity(
            chain(scenario.keyType(), ".pem"), chain(scenario.keyType(), ".key"));
    PrivateKey key = bare(scenario.keyType());
    return new Context(
        scenario.resumption().in(scenario.server().policy()),
        preShared(scenario.server().policy())
            .withIdentities(identity, Identity.of(key.publicKey(), key, key.type()))
            .withTicketKey(Octets.of(new byte[32])),
        Trust.NOBODY,
        scenario.server().rules(),
        new Concrete(new Seed(1, "server", 1)));
  }

  private static PrivateKey bare(KeyType type) throws CertificateFileError {
    return (PrivateKey)
        CertificateFiles.identity(chain(type, ".pem"), chain(type, ".key")).privateKey();
  }

  private static Credentials preShared(Policy policy) {
    return PreSharing.of(
        policy,
        Octets.of("identity".getBytes(UTF_8)),
        Octets.of("a key of sixteen".getBytes(UTF_8)));
  }

  private static Path chain(KeyType type, String ending) {
    String name =
        switch (type) {
          case ECDSA_P256 -> "ecdsa-p256-2";
          case RSA -> "rsa-2048-2";
          case ED25519 -> "ed25519-2";
          default -> throw new AssertionError("no chain of type " + type);
        };
    return CHAINS.resolve(name + ending);
  }
}
