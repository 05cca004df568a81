package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.pki.CertificateFiles;
import shakedown.pki.Chain;
import shakedown.pki.Chains;
import shakedown.pki.Trust;
import shakedown.wire.Octets;
import shakedown.wire.Value;

class StandInTest {
  private static final Seed SEED = new Seed(1, "stand-in", 0);
  private static final Concrete LOOK = new Concrete(SEED);
  private static final long IN_2030 = 1_900_000_000;

  /** By so much the DER of two ECDSA signatures differs at most, nearly always. */
  private static final int SIGNATURE_SPREAD = 4;

  private static ImmutableList<Value> chain(String name) throws Exception {
    return CertificateFiles.certificates(
        Path.of("../experiments/configs/chains").resolve(name + ".pem"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsa-p256-2", "rsa-2048-2", "ed25519-2"})
  void its_certificates_are_as_long_as_the_originals(String name) throws Exception {
    ImmutableList<Value> original = chain(name);

    StandIn standIn = StandIn.of(original, SEED);

    assertThat(standIn.chain()).hasSameSizeAs(original);
    for (int i = 0; i < original.size(); i++) {
      int difference = Octets.length(standIn.chain().get(i)) - Octets.length(original.get(i));
      assertThat(Math.abs(difference)).isLessThanOrEqualTo(SIGNATURE_SPREAD);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsa-p256-2", "rsa-2048-2", "ed25519-2"})
  void its_chain_reaches_its_root_and_names_the_same_host(String name) throws Exception {
    StandIn standIn = StandIn.of(chain(name), SEED);
    Chain chain = Chain.of(standIn.chain(), LOOK).orElseThrow();

    Trust trust = new Trust(ImmutableList.of(standIn.root()), IN_2030);
    assertThat(Chains.rule(chain, trust, LOOK)).isEmpty();
    assertThat(chain.leaf().publicKey()).isEqualTo(standIn.key().publicKey());
  }

  @Test
  void the_same_seed_makes_the_same_chain_and_another_makes_another() throws Exception {
    ImmutableList<Value> original = chain("ecdsa-p256-2");

    assertThat(StandIn.of(original, SEED).chain()).isEqualTo(StandIn.of(original, SEED).chain());
    assertThat(StandIn.of(original, SEED).chain())
        .isNotEqualTo(StandIn.of(original, new Seed(2, "stand-in", 0)).chain());
  }

  @Test
  void what_is_no_certificate_is_refused() {
    assertThatThrownBy(() -> StandIn.of(ImmutableList.of(Octets.of((byte) 1)), SEED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no X.509 certificate");
  }
}
