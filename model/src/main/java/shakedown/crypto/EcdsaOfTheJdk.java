package shakedown.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.util.BigIntegers;

/** Verification by the JDK, which has instructions for it where Bouncy Castle has none. */
final class EcdsaOfTheJdk {
  private static final ECParameterSpec P256 = named("secp256r1");
  private static final ECParameterSpec P384 = named("secp384r1");
  private static final ECParameterSpec P521 = named("secp521r1");

  private EcdsaOfTheJdk() {}

  private static ECParameterSpec named(String curve) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has the curve", e);
    }
  }

  /** Whether r and s are a signature of this digest. */
  static boolean verifies(ECPublicKeyParameters key, byte[] digest, BigInteger r, BigInteger s) {
    BigInteger order = key.getParameters().getN();
    if (!isBelow(order, r) || !isBelow(order, s)) {
      return false;
    }
    int length = (order.bitLength() + 7) / 8;
    try {
      Signature verifier = Signature.getInstance("NONEwithECDSAinP1363Format");
      verifier.initVerify(translated(key));
      verifier.update(digest);
      return verifier.verify(
          Hashing.concat(
              BigIntegers.asUnsignedByteArray(length, r),
              BigIntegers.asUnsignedByteArray(length, s)));
    } catch (GeneralSecurityException noSignature) {
      return false;
    }
  }

  private static boolean isBelow(BigInteger order, BigInteger number) {
    return number.signum() > 0 && number.compareTo(order) < 0;
  }

  private static PublicKey translated(ECPublicKeyParameters key) throws GeneralSecurityException {
    ECPoint point =
        new ECPoint(
            key.getQ().getAffineXCoord().toBigInteger(),
            key.getQ().getAffineYCoord().toBigInteger());
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve(key)));
  }

  private static ECParameterSpec curve(ECPublicKeyParameters key) {
    int bits = key.getParameters().getN().bitLength();
    return bits == 256 ? P256 : bits == 384 ? P384 : P521;
  }
}
