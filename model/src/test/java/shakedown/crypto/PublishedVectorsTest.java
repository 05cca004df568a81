package shakedown.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Octets.bytes;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import shakedown.wire.Hash;
import shakedown.wire.NamedGroup;
import shakedown.wire.RecordCipher;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/** Single operations against what their standards publish. */
class PublishedVectorsTest {
  private static final String SUNSCREEN =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future,"
          + " sunscreen would be it.";
  private static final SignatureMethod ED25519 =
      SignatureMethod.of(SignatureScheme.ED25519).orElseThrow();
  private static final SignatureMethod.Noise NONE = byte[]::new;

  private final Vectors vectors = Vectors.read("single-operations.txt");
  private final Concrete crypto = new Concrete(new Seed(0, "vectors", 0));

  @Test
  void x25519_is_that_of_rfc_7748() {
    Value alice = vectors.get("alice-private");
    Value bob = vectors.get("bob-private");

    assertThat(crypto.share(NamedGroup.X25519, alice)).isEqualTo(vectors.get("alice-public"));
    assertThat(crypto.share(NamedGroup.X25519, bob)).isEqualTo(vectors.get("bob-public"));
    assertThat(crypto.agree(NamedGroup.X25519, alice, vectors.get("bob-public")))
        .isEqualTo(vectors.get("alice-and-bob"));
    assertThat(crypto.agree(NamedGroup.X25519, bob, vectors.get("alice-public")))
        .isEqualTo(vectors.get("alice-and-bob"));
  }

  @Test
  void gcm_is_that_of_its_authors() {
    byte[] key = octets("gcm-key");
    byte[] plain = octets("gcm-plain");
    byte[] twice = Hashing.concat(key, key);

    seals(RecordCipher.AES_128_GCM, key, "gcm", plain, octets("gcm-128-sealed"));
    seals(RecordCipher.AES_256_GCM, twice, "gcm", plain, octets("gcm-256-sealed"));
  }

  @Test
  void chacha20_poly1305_is_that_of_rfc_8439() {
    byte[] plain = SUNSCREEN.getBytes(US_ASCII);

    seals(
        RecordCipher.CHACHA20_POLY1305,
        octets("chacha-key"),
        "chacha",
        plain,
        octets("chacha-sealed"));
  }

  private void seals(RecordCipher cipher, byte[] key, String names, byte[] plain, byte[] sealed) {
    Sealing sealing = new Sealing(cipher, key);
    byte[] nonce = octets(names + "-nonce");
    byte[] header = octets(names + "-header");

    assertThat(sealing.seal(nonce, header, plain)).isEqualTo(sealed);
    assertThat(sealing.open(nonce, header, sealed)).hasValue(plain);
    sealed[0] ^= 1;
    assertThat(sealing.open(nonce, header, sealed)).isEmpty();
  }

  @Test
  void the_prf_is_that_of_tls_1_2() {
    for (Hash hash : ImmutableList.of(Hash.SHA256, Hash.SHA384)) {
      String names = "prf-" + 8 * hash.length();
      byte[] output = octets(names + "-output");

      Value made =
          crypto.prf(
              hash,
              vectors.get(names + "-secret"),
              "test label",
              output.length,
              ImmutableList.of(vectors.get(names + "-seed")));

      assertThat(bytes(made)).isEqualTo(output);
    }
  }

  @Test
  void ecdsa_takes_the_nonce_of_rfc_6979() throws Exception {
    var key = new ECPrivateKeyParameters(number("ecdsa-key"), Curve.P256.domain());

    byte[] signature = new Ecdsa(Hash.SHA256).sign(key, "sample".getBytes(US_ASCII), NONE);

    assertThat(StandardDSAEncoding.INSTANCE.decode(Curve.P256.domain().getN(), signature))
        .containsExactly(number("ecdsa-r"), number("ecdsa-s"));
  }

  @Test
  void ed25519_is_that_of_rfc_8032() {
    var key = new Ed25519PrivateKeyParameters(octets("ed25519-key"));
    var publicKey = new Ed25519PublicKeyParameters(octets("ed25519-public"));
    byte[] signature = octets("ed25519-signature");

    assertThat(ED25519.sign(key, octets("ed25519-message"), NONE)).isEqualTo(signature);
    assertThat(ED25519.verifies(publicKey, octets("ed25519-message"), signature)).isTrue();
  }

  @Test
  void extracting_is_that_of_rfc_5869() {
    assertThat(crypto.extract(Hash.SHA256, vectors.get("hkdf-salt"), vectors.get("hkdf-input")))
        .isEqualTo(vectors.get("hkdf-extracted"));
  }

  private byte[] octets(String name) {
    return bytes(vectors.get(name));
  }

  private BigInteger number(String name) {
    return new BigInteger(1, octets(name));
  }
}
