package shakedown.crypto;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ed25519 (RFC 8032 5.1). */
record EdDsa() implements SignatureMethod {
  @Override
  public byte[] sign(AsymmetricKeyParameter key, byte[] content, Noise noise) {
    return signer(true, key, content).generateSignature();
  }

  @Override
  public boolean verifies(AsymmetricKeyParameter key, byte[] content, byte[] signature) {
    return signer(false, key, content).verifySignature(signature);
  }

  private static Ed25519Signer signer(boolean signs, AsymmetricKeyParameter key, byte[] content) {
    var signer = new Ed25519Signer();
    signer.init(signs, key);
    signer.update(content, 0, content.length);
    return signer;
  }
}
