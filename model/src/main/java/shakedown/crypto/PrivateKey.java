package shakedown.crypto;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import shakedown.wire.KeyType;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/** The private key of a certificate. A value that shows nothing of itself. */
public final class PrivateKey implements Value {
  private static final int LEAST_RSA_BITS = 1024;

  private final AsymmetricKeyParameter key;
  private final KeyType type;
  private final Octets publicKey;

  private PrivateKey(AsymmetricKeyParameter key, KeyType type, Octets publicKey) {
    this.key = key;
    this.type = type;
    this.publicKey = publicKey;
  }

  /**
   * The key in a PrivateKeyInfo (RFC 5208 5); nothing if there is none of a type that the model
   * knows.
   */
  public static Optional<PrivateKey> of(byte[] pkcs8) {
    try {
      PrivateKeyInfo parsed = PrivateKeyInfo.getInstance(pkcs8);
      AsymmetricKeyParameter key = PrivateKeyFactory.createKey(parsed);
      byte[] info = publicKey(key, parsed.getPrivateKeyAlgorithm()).getEncoded("DER");
      return PublicKey.of(info)
          .filter(its -> !its.type().isRsa() || its.bits() >= LEAST_RSA_BITS)
          .map(its -> new PrivateKey(key, its.type(), Octets.of(info)));
    } catch (IOException | RuntimeException noKey) {
      // The parsers of Bouncy Castle throw whatever they come across.
      return Optional.empty();
    }
  }

  private static SubjectPublicKeyInfo publicKey(
      AsymmetricKeyParameter key, AlgorithmIdentifier algorithm) throws IOException {
    return switch (key) {
      // Bouncy Castle would forget which of the two types it is.
      case RSAPrivateCrtKeyParameters rsa ->
          new SubjectPublicKeyInfo(
              algorithm, new RSAPublicKey(rsa.getModulus(), rsa.getPublicExponent()));
      case ECPrivateKeyParameters ec ->
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
              new ECPublicKeyParameters(
                  new FixedPointCombMultiplier().multiply(ec.getParameters().getG(), ec.getD()),
                  ec.getParameters()));
      case Ed25519PrivateKeyParameters edwards ->
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(edwards.generatePublicKey());
      case Ed448PrivateKeyParameters edwards ->
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(edwards.generatePublicKey());
      case MLDSAPrivateKeyParameters lattice ->
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(lattice.getPublicKeyParameters());
      default -> throw new IllegalArgumentException("a key of no known type");
    };
  }

  public KeyType type() {
    return type;
  }

  /** The public key, as a certificate holds it: a SubjectPublicKeyInfo (RFC 5280 4.1). */
  public Value publicKey() {
    return publicKey;
  }

  AsymmetricKeyParameter key() {
    return key;
  }

  @Override
  public String toString() {
    return "private key, " + type;
  }
}
