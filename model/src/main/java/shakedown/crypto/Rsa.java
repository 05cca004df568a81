package shakedown.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** RSA without padding (RFC 8017 5). */
final class Rsa {
  private Rsa() {}

  /** Octets of the modulus. */
  static int length(AsymmetricKeyParameter key) {
    return (((RSAKeyParameters) key).getModulus().bitLength() + 7) / 8;
  }

  /** Nothing if the block is no number below the modulus, or shorter or longer than it. */
  static Optional<byte[]> apply(AsymmetricKeyParameter key, byte[] block) {
    int length = length(key);
    if (block.length != length) {
      return Optional.empty();
    }
    RSAEngine engine = new RSAEngine();
    // The other direction of Bouncy Castle's strips leading zeros from what comes out.
    engine.init(true, key);
    try {
      return Optional.of(engine.processBlock(block, 0, length));
    } catch (DataLengthException notBelowTheModulus) {
      return Optional.empty();
    }
  }
}
