package shakedown.crypto;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;

/** Diffie-Hellman modulo a prime (RFC 7919, RFC 5246 7.4.3). */
record FiniteField(BigInteger prime, BigInteger generator) implements KeyAgreement {
  /** What export suites have (RFC 2246 7.4.3). */
  private static final int LEAST_BITS = 512;

  /** The longest that has a name (RFC 7919 A.5): beyond it a peer's numbers are an attack. */
  private static final int MOST_BITS = 8192;

  /** A field of the numbers that a server made up; none if they can't be those of one. */
  static KeyAgreement of(byte[] prime, byte[] generator) {
    var field =
        new FiniteField(
            BigIntegers.fromUnsignedByteArray(prime), BigIntegers.fromUnsignedByteArray(generator));
    int bits = field.prime.bitLength();
    boolean usable =
        bits >= LEAST_BITS
            && bits <= MOST_BITS
            && field.prime.testBit(0)
            && field.isInside(field.generator);
    return usable ? field : new NoAgreement();
  }

  /** As long as the prime (RFC 8446 4.2.8.1). */
  @Override
  public byte[] share(byte[] secret) {
    return octets(generator.modPow(new BigInteger(1, secret), prime));
  }

  /** RFC 7919 5.1. In TLS 1.2 it may lack its leading zeros. */
  @Override
  public boolean isShare(byte[] share) {
    return share.length <= length() && isInside(new BigInteger(1, share));
  }

  private boolean isInside(BigInteger number) {
    BigInteger last = prime.subtract(BigInteger.ONE);
    return number.compareTo(BigInteger.ONE) > 0 && number.compareTo(last) < 0;
  }

  /** As long as the prime (RFC 8446 7.4.1). */
  @Override
  public byte[] agree(byte[] secret, byte[] share) {
    return isShare(share)
        ? octets(new BigInteger(1, share).modPow(new BigInteger(1, secret), prime))
        : new byte[length()];
  }

  private byte[] octets(BigInteger number) {
    return BigIntegers.asUnsignedByteArray(length(), number);
  }

  private int length() {
    return (prime.bitLength() + 7) / 8;
  }
}
