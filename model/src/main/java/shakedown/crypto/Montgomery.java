package shakedown.crypto;

import com.google.common.collect.ImmutableSet;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc7748.X448;
import org.bouncycastle.util.BigIntegers;

/** The functions of RFC 7748 5. */
enum Montgomery implements KeyAgreement {
  CURVE25519(
      X25519.POINT_SIZE,
      255,
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19)),
      new BigInteger("b8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0", 16),
      new BigInteger("57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5f", 16)) {
    @Override
    void multiplyBase(byte[] scalar, byte[] out) {
      X25519.scalarMultBase(scalar, 0, out, 0);
    }

    @Override
    void multiply(byte[] scalar, byte[] share, byte[] out) {
      X25519.scalarMult(scalar, 0, share, 0, out, 0);
    }
  },
  CURVE448(
      X448.POINT_SIZE,
      448,
      BigInteger.ONE
          .shiftLeft(448)
          .subtract(BigInteger.ONE.shiftLeft(224))
          .subtract(BigInteger.ONE)) {
    @Override
    void multiplyBase(byte[] scalar, byte[] out) {
      X448.scalarMultBase(scalar, 0, out, 0);
    }

    @Override
    void multiply(byte[] scalar, byte[] share, byte[] out) {
      X448.scalarMult(scalar, 0, share, 0, out, 0);
    }
  };

  /** Octets of scalars, shares and secrets. */
  private final int length;

  /** Of a coordinate; what an octet has more is ignored. */
  private final int bits;

  private final BigInteger prime;

  /** The coordinates of points whose multiples are all zero, on the curve or its twist. */
  private final ImmutableSet<BigInteger> smallOrder;

  /**
   * A curve.
   *
   * @param orderEight coordinates of points of order 8, if it has any
   */
  Montgomery(int length, int bits, BigInteger prime, BigInteger... orderEight) {
    this.length = length;
    this.bits = bits;
    this.prime = prime;
    smallOrder =
        ImmutableSet.<BigInteger>builder()
            .add(BigInteger.ZERO, BigInteger.ONE, prime.subtract(BigInteger.ONE))
            .add(orderEight)
            .build();
  }

  abstract void multiplyBase(byte[] scalar, byte[] out);

  abstract void multiply(byte[] scalar, byte[] share, byte[] out);

  @Override
  public byte[] share(byte[] secret) {
    byte[] out = new byte[length];
    multiplyBase(scalar(secret), out);
    return out;
  }

  @Override
  public boolean isShare(byte[] share) {
    return share.length == length && !smallOrder.contains(coordinate(share).mod(prime));
  }

  /** All zeros with a share of small order or another length. */
  @Override
  public byte[] agree(byte[] secret, byte[] share) {
    byte[] out = new byte[length];
    if (share.length == length) {
      multiply(scalar(secret), share, out);
    }
    return out;
  }

  private byte[] scalar(byte[] secret) {
    return secret.length < length
        ? Hashing.stretch(secret, name(), length)
        : Arrays.copyOf(secret, length);
  }

  private BigInteger coordinate(byte[] share) {
    BigInteger number =
        BigIntegers.fromUnsignedByteArray(org.bouncycastle.util.Arrays.reverse(share));
    return number.mod(BigInteger.ONE.shiftLeft(bits));
  }
}
