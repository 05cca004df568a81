package shakedown.tape;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shakedown.crypto.Concrete;
import shakedown.crypto.Operation;
import shakedown.crypto.Seed;
import shakedown.handshake.Credentials;
import shakedown.measure.Outcome;
import shakedown.measure.Replay;
import shakedown.net.Network;
import shakedown.pki.CertificateFileError;
import shakedown.pki.CertificateFiles;
import shakedown.pki.Identity;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.Octets;
import shakedown.wire.Role;
import shakedown.wire.Version;

final class RecorderTest {
  private static final Path CHAINS = Path.of("../experiments/configs/chains");
  private static final Recorder.Talk TALK = new Recorder.Talk(100, 200);
  private static final long RTT = 100_000_000;
  private static final long IN_2030 = 1_900_000_000;

  private static Identity identity;
  private static Trust trust;

  @BeforeAll
  static void read_certificates() throws CertificateFileError {
    identity =
        CertificateFiles.identity(
            CHAINS.resolve("ecdsa-p256-2.pem"), CHAINS.resolve("ecdsa-p256-2.key"));
    trust =
        new Trust(CertificateFiles.certificates(CHAINS.resolve("ecdsa-p256-2-root.pem")), IN_2030);
  }

  private static Recording record(Policy policy) {
    Credentials serving =
        Credentials.NONE.withIdentity(identity).withTicketKey(Octets.of(new byte[32]));
    return Recorder.record(
        new Party(policy, Credentials.NONE, trust, new Concrete(new Seed(1, "client", 1))),
        new Party(policy, serving, Trust.NOBODY, new Concrete(new Seed(1, "server", 1))),
        TALK);
  }

  private static Policy policy(Version version) {
    return Policy.of("server.example.com").withVersions(version);
  }

  private static Outcome replayed(Tape tape) {
    return new Replay(Replay.Setting.free(tape, Network.ideal(RTT))).run(1, 1);
  }

  private static ImmutableList<String> operations(Tape tape, Role side) {
    return tape.moves().stream()
        .filter(move -> move.side() == side)
        .flatMap(move -> move.acts().stream())
        .filter(Act.Compute.class::isInstance)
        .map(act -> ((Act.Compute) act).operation())
        .map(Operation::name)
        .collect(ImmutableList.toImmutableList());
  }

  @Test
  void a_full_handshake_of_tls13_takes_three_round_trips_to_the_first_byte() {
    Outcome outcome = replayed(record(policy(Version.TLS13)).tape());

    assertThat(outcome.timeToFirstByteNanos()).isEqualTo(3 * RTT);
    assertThat(outcome.handshakeNanos()).isEqualTo(2 * RTT);
  }

  @Test
  void a_full_handshake_of_tls12_takes_four() {
    Outcome outcome = replayed(record(policy(Version.TLS12)).tape());

    assertThat(outcome.timeToFirstByteNanos()).isEqualTo(4 * RTT);
  }

  @Test
  void a_request_does_not_wait_for_finished_with_false_start() {
    Outcome outcome = replayed(record(policy(Version.TLS12).with(Option.FALSE_START)).tape());

    assertThat(outcome.timeToFirstByteNanos()).isEqualTo(3 * RTT);
  }

  @Test
  void what_is_replayed_is_what_the_machine_wrote() {
    Tape tape = record(policy(Version.TLS13)).tape();

    Outcome outcome = replayed(tape);

    assertThat(outcome.clientBytes()).isEqualTo(tape.octets(Role.CLIENT));
    assertThat(outcome.serverBytes()).isEqualTo(tape.octets(Role.SERVER));
  }

  @Test
  void a_server_signs_once_and_a_client_verifies_a_chain_and_a_signature() {
    Tape tape = record(policy(Version.TLS13)).tape();

    assertThat(operations(tape, Role.SERVER))
        .filteredOn(name -> name.startsWith("sign/"))
        .containsExactly("sign/ecdsa_secp256r1_sha256");
    assertThat(operations(tape, Role.CLIENT))
        .filteredOn(name -> name.startsWith("verify/"))
        .hasSize(3);
  }

  @Test
  void a_server_signs_after_its_certificate_and_before_what_carries_the_signature() {
    ImmutableList<String> acts =
        record(policy(Version.TLS13)).tape().moves().stream()
            .filter(move -> move.side() == Role.SERVER)
            .flatMap(move -> move.acts().stream())
            .map(RecorderTest::word)
            .filter(word -> word.matches("Certificate|CertificateVerify|sign/.*"))
            .collect(ImmutableList.toImmutableList());

    assertThat(acts)
        .containsExactly("Certificate", "sign/ecdsa_secp256r1_sha256", "CertificateVerify");
  }

  private static String word(Act act) {
    return switch (act) {
      case Act.Handle(String message) -> message;
      case Act.Compute(Operation operation) -> operation.name();
      default -> "";
    };
  }

  @Test
  void the_same_seed_gives_the_same_tape() {
    assertThat(record(policy(Version.TLS13))).isEqualTo(record(policy(Version.TLS13)));
  }
}
