package shakedown.crypto;

import com.google.common.collect.ImmutableSet;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.util.BigIntegers;

/** X25519 (RFC 7748 5). */
final class Montgomery {
  /** Octets of scalars, shares and secrets. */
  private static final int LENGTH = X25519.POINT_SIZE;

  private static final BigInteger P =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /** The u-coordinates of points of order 1, 2, 4 and 8, on the curve or its twist. */
  private static final ImmutableSet<BigInteger> SMALL_ORDER =
      ImmutableSet.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          P.subtract(BigInteger.ONE),
          new BigInteger("b8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0", 16),
          new BigInteger("57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5f", 16));

  private Montgomery() {}

  static byte[] share(byte[] secret) {
    byte[] out = new byte[LENGTH];
    X25519.scalarMultBase(Arrays.copyOf(secret, LENGTH), 0, out, 0);
    return out;
  }

  static boolean isShare(byte[] share) {
    return share.length == LENGTH && !SMALL_ORDER.contains(coordinate(share).mod(P));
  }

  /** All zeros with a share of small order or another length. */
  static byte[] agree(byte[] secret, byte[] share) {
    byte[] out = new byte[LENGTH];
    if (share.length == LENGTH) {
      X25519.scalarMult(Arrays.copyOf(secret, LENGTH), 0, share, 0, out, 0);
    }
    return out;
  }

  private static BigInteger coordinate(byte[] share) {
    return BigIntegers.fromUnsignedByteArray(org.bouncycastle.util.Arrays.reverse(share))
        .clearBit(255);
  }
}
