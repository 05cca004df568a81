package shakedown.crypto;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.PSSSigner;
import shakedown.wire.Hash;

/** RSASSA-PSS with a salt as long as the hash (RFC 8446 4.2.3, RFC 8017 8.1). */
record RsaPss(Hash hash) implements SignatureMethod {
  /** Empty if the key is too short for hash and salt (RFC 8017 9.1.1). */
  @Override
  public byte[] sign(AsymmetricKeyParameter key, byte[] content, Noise noise) {
    byte[] salt = noise.octets(hash.length());
    var signer = new PSSSigner(new RSAEngine(), Hashing.function(hash), salt);
    try {
      signer.init(true, key);
    } catch (IllegalArgumentException keyTooShort) {
      return new byte[0];
    }
    signer.update(content, 0, content.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new AssertionError("a padded block is never too long for its key", e);
    }
  }

  @Override
  public boolean verifies(AsymmetricKeyParameter key, byte[] content, byte[] signature) {
    var verifier = new PSSSigner(new RSAEngine(), Hashing.function(hash), hash.length());
    try {
      verifier.init(false, key);
    } catch (IllegalArgumentException keyTooShort) {
      return false;
    }
    verifier.update(content, 0, content.length);
    return verifier.verifySignature(signature);
  }
}
