package shakedown.crypto;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import shakedown.wire.KeyType;

/** The public key of a certificate. */
record PublicKey(AsymmetricKeyParameter key, KeyType type) {

  /** The key in a SubjectPublicKeyInfo; nothing if there is none of a type that the model knows. */
  static Optional<PublicKey> of(byte[] info) {
    try {
      AsymmetricKeyParameter key = PublicKeyFactory.createKey(info);
      return type(key).map(type -> new PublicKey(key, type));
    } catch (IOException | RuntimeException noKey) {
      // The parsers of Bouncy Castle throw whatever they come across.
      return Optional.empty();
    }
  }

  private static Optional<KeyType> type(AsymmetricKeyParameter key) {
    return switch (key) {
      case RSAKeyParameters _ -> Optional.of(KeyType.RSA);
      case Ed25519PublicKeyParameters _ -> Optional.of(KeyType.ED25519);
      case ECPublicKeyParameters ec when ec.getParameters().equals(Curve.P256.domain()) ->
          Optional.of(KeyType.ECDSA_P256);
      default -> Optional.empty();
    };
  }

  /** The length of the modulus, of the curve's order. */
  int bits() {
    return switch (key) {
      case RSAKeyParameters rsa -> rsa.getModulus().bitLength();
      case ECPublicKeyParameters ec -> ec.getParameters().getN().bitLength();
      default -> 253;
    };
  }
}
