package shakedown.wire;

import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** The numbers of the groups of RFC 7919, which TLS 1.2 tells in place of names. */
public final class FiniteFields {
  private static final Octets TWO = Octets.of(new byte[] {2});

  private static final ImmutableMap<NamedGroup, CustomGroup> NUMBERS =
      ImmutableMap.of(
          NamedGroup.FFDHE2048, group(2048, 560_316),
          NamedGroup.FFDHE3072, group(3072, 2_625_351),
          NamedGroup.FFDHE4096, group(4096, 5_736_041),
          NamedGroup.FFDHE6144, group(6144, 15_705_020),
          NamedGroup.FFDHE8192, group(8192, 10_965_728));

  private FiniteFields() {}

  public static boolean has(NamedGroup group) {
    return NUMBERS.containsKey(group);
  }

  /**
   * Prime and generator.
   *
   * @throws IllegalArgumentException if it is none of RFC 7919
   */
  public static CustomGroup numbers(NamedGroup group) {
    CustomGroup numbers = NUMBERS.get(group);
    if (numbers == null) {
      throw new IllegalArgumentException(group + " is no finite field of RFC 7919");
    }
    return numbers;
  }

  /** The group of these numbers: the named one if it has a name. */
  static Group of(Octets prime, Octets generator) {
    Optional<NamedGroup> named =
        NUMBERS.entrySet().stream()
            .filter(each -> each.getValue().equals(new CustomGroup(prime, generator)))
            .map(each -> each.getKey())
            .findFirst();
    return named.isPresent() ? named.get() : new CustomGroup(prime, generator);
  }

  /** RFC 7919 appendix A: p = 2^b - 2^(b-64) + ([2^(b-130) e] + x) 2^64 - 1. */
  private static CustomGroup group(int bits, int x) {
    BigInteger prime =
        BigInteger.ONE
            .shiftLeft(bits)
            .subtract(BigInteger.ONE.shiftLeft(bits - 64))
            .add(scaledE(bits - 130).add(BigInteger.valueOf(x)).shiftLeft(64))
            .subtract(BigInteger.ONE);
    byte[] signed = prime.toByteArray();
    return new CustomGroup(Octets.of(Arrays.copyOfRange(signed, 1, signed.length)), TWO);
  }

  /** The whole part of 2^scale times e, by the series of 1/n!. */
  private static BigInteger scaledE(int scale) {
    int guard = 64;
    BigInteger term = BigInteger.ONE.shiftLeft(scale + guard);
    BigInteger sum = term;
    for (int n = 1; term.signum() != 0; n++) {
      term = term.divide(BigInteger.valueOf(n));
      sum = sum.add(term);
    }
    return sum.shiftRight(guard);
  }
}
