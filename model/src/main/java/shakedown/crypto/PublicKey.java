package shakedown.crypto;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import shakedown.wire.KeyType;

/** The public key of a certificate. */
record PublicKey(AsymmetricKeyParameter key, KeyType type) {

  /** The key in a SubjectPublicKeyInfo; nothing if there is none of a type that the model knows. */
  static Optional<PublicKey> of(byte[] info) {
    try {
      SubjectPublicKeyInfo parsed = SubjectPublicKeyInfo.getInstance(info);
      AsymmetricKeyParameter key = PublicKeyFactory.createKey(parsed);
      return KeyTypes.of(parsed.getAlgorithm()).map(type -> new PublicKey(key, type));
    } catch (IOException | RuntimeException noKey) {
      // The parsers of Bouncy Castle throw whatever they come across.
      return Optional.empty();
    }
  }

  /** The length of an RSA key's modulus; the type tells the strength of every other. */
  int bits() {
    return key instanceof RSAKeyParameters rsa ? rsa.getModulus().bitLength() : 0;
  }
}
