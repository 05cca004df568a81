package shakedown.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import shakedown.wire.KeyType;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/** Keys of the kind that a certificate shows or was signed with, derived from a seed. */
final class StandInKeys {
  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
  private static final int CERTAINTY = 100;
  private static final int DEFAULT_RSA_BITS = 2048;

  /** Octets that a key of ML-DSA is made of (FIPS 204 6.1). */
  private static final int LATTICE_SEED_LENGTH = 32;

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

  /** The type whose curve or parameters the scheme names. */
  private static KeyType typeOf(SignatureScheme scheme) {
    for (KeyType type : KeyType.values()) {
      if (scheme.fits(type, Version.TLS13)) {
        return type;
      }
    }
    throw new AssertionError(scheme);
  }

  static PrivateKey made(KeyType type, int bits, Seed seed, String label) {
    try {
      PrivateKeyInfo info =
          PrivateKeyInfoFactory.createPrivateKeyInfo(key(type, bits, seed, label));
      return PrivateKey.of((type == KeyType.RSA_PSS ? forPss(info) : info).getEncoded())
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static AsymmetricKeyParameter key(KeyType type, int bits, Seed seed, String label) {
    return switch (type) {
      case RSA, RSA_PSS -> rsa(bits, seed, label);
      case ECDSA_P256, ECDSA_P384, ECDSA_P521 -> ecdsa(Curve.of(type).domain(), seed, label);
      case ED25519 ->
          new Ed25519PrivateKeyParameters(seed.octets(label, Ed25519PrivateKeyParameters.KEY_SIZE));
      case ED448 ->
          new Ed448PrivateKeyParameters(seed.octets(label, Ed448PrivateKeyParameters.KEY_SIZE));
      case ML_DSA_44 -> lattice(MLDSAParameters.ml_dsa_44, seed, label);
      case ML_DSA_65 -> lattice(MLDSAParameters.ml_dsa_65, seed, label);
      case ML_DSA_87 -> lattice(MLDSAParameters.ml_dsa_87, seed, label);
    };
  }

  private static PrivateKeyInfo forPss(PrivateKeyInfo rsa) throws IOException {
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS), rsa.parsePrivateKey());
  }

  private static AsymmetricKeyParameter ecdsa(ECDomainParameters curve, Seed seed, String label) {
    int length = (curve.getN().bitLength() + 7) / 8;
    BigInteger number = new BigInteger(1, seed.octets(label, length));
    return new ECPrivateKeyParameters(
        number.mod(curve.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE), curve);
  }

  private static AsymmetricKeyParameter lattice(
      MLDSAParameters parameters, Seed seed, String label) {
    return new MLDSAPrivateKeyParameters(parameters, seed.octets(label, LATTICE_SEED_LENGTH));
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
