package shakedown.crypto;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import shakedown.wire.Hash;

/** ECDSA with the deterministic nonce of RFC 6979, in DER (RFC 8446 4.2.3). */
record Ecdsa(Hash hash) implements SignatureMethod {
  @Override
  public byte[] sign(AsymmetricKeyParameter key, byte[] content, Noise noise) {
    var signer = new ECDSASigner(new HMacDSAKCalculator(Hashing.function(hash)));
    signer.init(true, key);
    BigInteger[] rs = signer.generateSignature(Hashing.digest(hash, content));
    try {
      return StandardDSAEncoding.INSTANCE.encode(order(key), rs[0], rs[1]);
    } catch (IOException e) {
      throw new AssertionError("nothing is written but to memory", e);
    }
  }

  @Override
  public boolean verifies(AsymmetricKeyParameter key, byte[] content, byte[] signature) {
    BigInteger[] rs;
    try {
      rs = StandardDSAEncoding.INSTANCE.decode(order(key), signature);
    } catch (IOException | RuntimeException noSignature) {
      // The decoder throws whatever it comes across.
      return false;
    }
    return EcdsaOfTheJdk.verifies(
        (ECPublicKeyParameters) key, Hashing.digest(hash, content), rs[0], rs[1]);
  }

  private static BigInteger order(AsymmetricKeyParameter key) {
    return ((ECKeyParameters) key).getParameters().getN();
  }
}
