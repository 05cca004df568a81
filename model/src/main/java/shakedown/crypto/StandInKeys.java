package shakedown.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import shakedown.wire.KeyType;
import shakedown.wire.SignatureScheme;

/** Keys of the kind that a certificate shows or was signed with, derived from a seed. */
final class StandInKeys {
  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
  private static final int CERTAINTY = 100;
  private static final int DEFAULT_RSA_BITS = 2048;
  private static final int SCALAR_LENGTH = 32;

  private StandInKeys() {}

  /** A key like the one that the certificate certifies. */
  static PrivateKey like(Certificate certificate, Seed seed, String label) {
    try {
      byte[] info = certificate.getSubjectPublicKeyInfo().getEncoded();
      return PublicKey.of(info)
          .map(key -> made(key.type(), key.bits(), seed, label))
          .orElseGet(() -> made(KeyType.ECDSA_P256, 0, seed, label));
    } catch (IOException e) {
      throw new IllegalArgumentException("a certificate without a key", e);
    }
  }

  /** A key like the one that signed the certificate. */
  static PrivateKey issuerOf(Certificate certificate, Seed seed, String label) {
    int bits = 8 * certificate.getSignature().getOctets().length;
    return CertificateSignatures.scheme(certificate.getSignatureAlgorithm())
        .map(scheme -> made(typeOf(scheme), bits, seed, label))
        .orElseGet(() -> made(KeyType.ECDSA_P256, 0, seed, label));
  }

  private static KeyType typeOf(SignatureScheme scheme) {
    for (KeyType type : KeyType.values()) {
      if (scheme.fits(type)) {
        return type;
      }
    }
    throw new AssertionError(scheme);
  }

  static PrivateKey made(KeyType type, int bits, Seed seed, String label) {
    AsymmetricKeyParameter key =
        switch (type) {
          case RSA -> rsa(bits, seed, label);
          case ECDSA_P256 ->
              new ECPrivateKeyParameters(
                  new BigInteger(1, seed.octets(label, SCALAR_LENGTH))
                      .mod(Curve.P256.domain().getN().subtract(BigInteger.ONE))
                      .add(BigInteger.ONE),
                  Curve.P256.domain());
          case ED25519 -> new Ed25519PrivateKeyParameters(seed.octets(label, SCALAR_LENGTH));
          default -> throw new IllegalArgumentException("no key of type " + type);
        };
    try {
      return PrivateKey.of(PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded())
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static AsymmetricKeyParameter rsa(int bits, Seed seed, String label) {
    var generator = new RSAKeyPairGenerator();
    int strength = bits < DEFAULT_RSA_BITS ? DEFAULT_RSA_BITS : bits;
    generator.init(
        new RSAKeyGenerationParameters(
            EXPONENT, new SeededRandom(seed, label), strength, CERTAINTY));
    return generator.generateKeyPair().getPrivate();
  }

  /** What Bouncy Castle takes for chance is the seed's. */
  private static final class SeededRandom extends SecureRandom {
    private final transient Seed seed;
    private final String label;
    private int draws;

    SeededRandom(Seed seed, String label) {
      this.seed = seed;
      this.label = label;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      byte[] drawn = seed.octets(label + "/" + draws++, bytes.length);
      System.arraycopy(drawn, 0, bytes, 0, bytes.length);
    }
  }
}
