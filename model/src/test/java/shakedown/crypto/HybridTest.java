package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Octets.bytes;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.KEM;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.wire.Kind;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.Value;

class HybridTest {
  private final Concrete client = new Concrete(new Seed(1, "client", 1));
  private final Concrete server = new Concrete(new Seed(1, "server", 1));
  private final Value secret = client.fresh(Kind.SECRET, "share");

  /** Sizes of draft-ietf-tls-ecdhe-mlkem 4.1 to 4.3. */
  @ParameterizedTest
  @CsvSource({
    "X25519MLKEM768, 1216, 1120, 64",
    "SecP256r1MLKEM768, 1249, 1153, 64",
    "SecP384r1MLKEM1024, 1665, 1665, 80"
  })
  void shares_and_secrets_have_the_sizes_of_the_draft(
      String name, int first, int second, int shared) {
    NamedGroup group = NamedGroup.named(name).orElseThrow();
    Value share = client.share(group, secret);

    Answer answer = server.answer(group, server.fresh(Kind.SECRET, "share"), share);

    assertThat(Octets.length(share)).isEqualTo(first);
    assertThat(Octets.length(answer.share())).isEqualTo(second);
    assertThat(Octets.length(answer.secret())).isEqualTo(shared);
  }

  @Test
  void a_first_share_is_no_second_one() {
    NamedGroup group = NamedGroup.X25519_MLKEM768;
    Value share = client.share(group, secret);
    Answer answer = server.answer(group, server.fresh(Kind.SECRET, "share"), share);

    assertThat(client.isAnswer(group, share)).isFalse();
    assertThat(server.isShare(group, answer.share())).isFalse();
  }

  @Test
  void a_coefficient_at_the_modulus_makes_no_key() {
    byte[] share = bytes(client.share(NamedGroup.X25519_MLKEM768, secret));
    share[0] = (byte) 0x01;
    share[1] = (byte) ((share[1] & 0xf0) | 0x0d);

    assertThat(server.isShare(NamedGroup.X25519_MLKEM768, Octets.of(share))).isFalse();
    share[0] = 0;
    assertThat(server.isShare(NamedGroup.X25519_MLKEM768, Octets.of(share))).isTrue();
  }

  @Test
  void either_half_of_a_share_may_spoil_it() {
    NamedGroup group = NamedGroup.X25519_MLKEM768;
    byte[] share = bytes(client.share(group, secret));
    byte[] answer = bytes(server.answer(group, secret, Octets.of(share)).share());
    Arrays.fill(share, share.length - 32, share.length, (byte) 0);
    Arrays.fill(answer, answer.length - 32, answer.length, (byte) 0);

    assertThat(server.isShare(group, Octets.of(share))).isFalse();
    assertThat(client.isAnswer(group, Octets.of(answer))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void the_jdk_encapsulates_to_a_key_of_ours(MlKem kem) throws Exception {
    byte[] seed = new Seed(1, "kem", 1).octets("seed", MlKem.SEED_LENGTH);
    var algorithm =
        new AlgorithmIdentifier(
            switch (kem) {
              case ML_KEM_768 -> NISTObjectIdentifiers.id_alg_ml_kem_768;
              case ML_KEM_1024 -> NISTObjectIdentifiers.id_alg_ml_kem_1024;
            });
    byte[] info = new SubjectPublicKeyInfo(algorithm, kem.key(seed)).getEncoded();
    var key = KeyFactory.getInstance("ML-KEM").generatePublic(new X509EncodedKeySpec(info));

    KEM.Encapsulated made = KEM.getInstance("ML-KEM").newEncapsulator(key).encapsulate();

    assertThat(kem.decapsulate(seed, made.encapsulation())).isEqualTo(made.key().getEncoded());
  }

  @ParameterizedTest
  @EnumSource
  void the_jdk_decapsulates_what_is_made_here(MlKem kem) throws Exception {
    String name = kem.name().replace('_', '-');
    KeyPair pair = KeyPairGenerator.getInstance(name).generateKeyPair();
    byte[] key =
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
            .getPublicKeyData()
            .getOctets();

    Answer made = kem.encapsulate(key, new Seed(1, "kem", 1).octets("m", MlKem.SECRET_LENGTH));

    assertThat(
            KEM.getInstance("ML-KEM")
                .newDecapsulator(pair.getPrivate())
                .decapsulate(bytes(made.share()))
                .getEncoded())
        .isEqualTo(bytes(made.secret()));
  }

  @ParameterizedTest
  @EnumSource
  void a_ciphertext_of_another_opens_to_another_secret(MlKem kem) {
    byte[] seed = new Seed(1, "kem", 1).octets("seed", MlKem.SEED_LENGTH);
    Answer made = kem.encapsulate(kem.key(seed), new byte[MlKem.SECRET_LENGTH]);
    byte[] other = bytes(made.share());
    other[0] ^= 1;

    assertThat(kem.decapsulate(seed, bytes(made.share()))).isEqualTo(bytes(made.secret()));
    assertThat(kem.decapsulate(seed, other))
        .hasSize(MlKem.SECRET_LENGTH)
        .isNotEqualTo(bytes(made.secret()));
  }
}
