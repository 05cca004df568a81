package shakedown.crypto;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import shakedown.wire.KeyType;

/** A curve of prime order with uncompressed points (RFC 8446 4.2.8.2). */
final class Curve implements KeyAgreement {
  static final Curve P256 = new Curve("P-256");
  static final Curve P384 = new Curve("P-384");
  static final Curve P521 = new Curve("P-521");

  private static final ImmutableMap<KeyType, Curve> BY_KEY_TYPE =
      ImmutableMap.of(
          KeyType.ECDSA_P256, P256,
          KeyType.ECDSA_P384, P384,
          KeyType.ECDSA_P521, P521);

  private static final byte UNCOMPRESSED = 4;

  private final ECDomainParameters domain;
  private final int coordinateLength;

  private Curve(String name) {
    X9ECParameters parameters = CustomNamedCurves.getByName(name);
    // Named, so that keys are encoded with the curve's name, as in real certificates.
    domain = new ECNamedDomainParameters(CustomNamedCurves.getOID(name), parameters);
    coordinateLength = (parameters.getCurve().getFieldSize() + 7) / 8;
  }

  /** The curve of a key type that is one of ECDSA's. */
  static Curve of(KeyType type) {
    return requireNonNull(BY_KEY_TYPE.get(type));
  }

  ECDomainParameters domain() {
    return domain;
  }

  @Override
  public byte[] share(byte[] secret) {
    ECPoint point = new FixedPointCombMultiplier().multiply(domain.getG(), scalar(secret));
    return point.normalize().getEncoded(false);
  }

  /** The point, unless the octets are none of this curve. */
  Optional<ECPoint> point(byte[] share) {
    if (share.length != 1 + 2 * coordinateLength || share[0] != UNCOMPRESSED) {
      return Optional.empty();
    }
    try {
      return Optional.of(domain.validatePublicPoint(domain.getCurve().decodePoint(share)));
    } catch (IllegalArgumentException offTheCurve) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isShare(byte[] share) {
    return point(share).isPresent();
  }

  @Override
  public byte[] agree(byte[] secret, byte[] share) {
    return point(share)
        .map(point -> point.multiply(scalar(secret)).normalize().getAffineXCoord().getEncoded())
        .orElseGet(() -> new byte[coordinateLength]);
  }

  /** What is in range is taken as it is, so that published vectors hold; all else is reduced. */
  private BigInteger scalar(byte[] secret) {
    BigInteger number = new BigInteger(1, secret);
    BigInteger order = domain.getN();
    return number.signum() == 0 || number.compareTo(order) >= 0
        ? number.mod(order.subtract(BigInteger.ONE)).add(BigInteger.ONE)
        : number;
  }
}
