package shakedown.crypto;

import java.util.function.Supplier;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * A method that hashes for itself and takes nothing at random: EdDSA (RFC 8032 5.1 and 5.2), and
 * the deterministic variant of ML-DSA (FIPS 204 5.2).
 */
record PureSignature(Supplier<Signer> signers) implements SignatureMethod {
  @Override
  public byte[] sign(AsymmetricKeyParameter key, byte[] content, Noise noise) {
    Signer signer = signers.get();
    signer.init(true, key);
    signer.update(content, 0, content.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new AssertionError("no content is too long for it", e);
    }
  }

  @Override
  public boolean verifies(AsymmetricKeyParameter key, byte[] content, byte[] signature) {
    Signer signer = signers.get();
    signer.init(false, key);
    signer.update(content, 0, content.length);
    return signer.verifySignature(signature);
  }
}
