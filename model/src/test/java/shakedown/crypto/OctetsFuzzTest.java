package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import shakedown.pki.Chains;
import shakedown.pki.Identity;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Kind;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * Hostile octets in every operation that takes octets of a peer: run with {@code JAZZER_FUZZ=1} and
 * one method to fuzz, without to play the corpus.
 */
class OctetsFuzzTest {
  private static final Concrete CRYPTO = new Concrete(new Seed(1, "fuzz", 1));
  private static final Value SECRET = CRYPTO.fresh(Kind.SECRET, "secret");
  private static final Identity RSA = Chains.RSA.identity();
  private static final SignedTranscript CONTENT =
      new SignedTranscript(SignedTranscript.SERVER, Octets.of(new byte[32]));

  @FuzzTest(maxDuration = "60s")
  void any_octets_are_a_certificate_or_none(byte[] octets) {
    Octets certificate = Octets.of(octets);

    CRYPTO.facts(certificate).ifPresent(facts -> CRYPTO.certified(facts.publicKey(), certificate));
    CRYPTO.certified(certificate, RSA.chain().getFirst());
  }

  @FuzzTest(maxDuration = "60s")
  void any_octets_are_a_signature_or_none(byte[] octets) {
    for (Chains chains : Chains.values()) {
      Value key = CRYPTO.facts(chains.identity().chain().getFirst()).orElseThrow().publicKey();
      ConcreteTest.schemes()
          .forEach(
              scheme -> {
                assertThat(CRYPTO.verifies(key, scheme, CONTENT, Octets.of(octets))).isFalse();
                CRYPTO.verifies(Octets.of(octets), scheme, CONTENT, Octets.of(octets));
              });
    }
  }

  @FuzzTest(maxDuration = "60s")
  void any_octets_are_a_share_or_none(byte[] octets) {
    Octets share = Octets.of(octets);
    for (NamedGroup group : NamedGroup.known()) {
      byte[] secret = Octets.bytes(CRYPTO.agree(group, SECRET, share));
      CRYPTO.answer(group, SECRET, share);

      boolean zeros = Arrays.equals(secret, new byte[secret.length]);
      if (group.isHybrid()) {
        // What decapsulates to nothing decapsulates to something else.
        assertThat(zeros).isFalse();
      } else {
        assertThat(CRYPTO.isShare(group, share)).isNotEqualTo(zeros);
      }
    }
  }

  @FuzzTest(maxDuration = "60s")
  void any_octets_decrypt_to_a_premaster_secret(byte[] octets) {
    Value secret = CRYPTO.decrypt(RSA.privateKey(), Version.TLS12, Octets.of(octets));

    assertThat(Octets.bytes(secret)).hasSize(48).startsWith(3, 3);
  }

  @FuzzTest(maxDuration = "60s")
  void any_octets_decompress_to_a_certificate_message_or_nothing(byte[] octets) {
    for (CompressionAlgorithm algorithm : CertificateCompressionTest.algorithms()) {
      CRYPTO.decompress(algorithm, Octets.of(octets));
      Compressor.of(algorithm).orElseThrow().decompress(octets, 1000);
    }
  }

  @FuzzTest(maxDuration = "60s")
  void any_octets_are_no_ticket_and_no_record(byte[] octets) {
    assertThat(CRYPTO.open(SECRET, Octets.of(octets))).isEmpty();
    for (CipherSuite suite : RecordsTest.suites()) {
      RecordProtection protection = CRYPTO.protection(new Keys(suite, Role.CLIENT, SECRET));
      assertThat(protection.open(0, Octets.of(octets))).isEmpty();
    }
  }
}
