package shakedown.engine;

/**
 * Random numbers of one purpose. The k-th number depends on seed, replication, name and k alone:
 * two variants see the same network, and no stream disturbs another (common random numbers).
 *
 * <p>Source: Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014 (the
 * mixer and constants of SplitMix64), used as a counter-based generator.
 */
public final class RandomStream {
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

  private final long name;
  private long key;
  private long drawn;

  /** A stream of that name, as {@code loss/client->server}; of seed 0 until it is reset. */
  public RandomStream(String name) {
    this.name = hash(name);
    reset(0, 0);
  }

  /** Begins the stream of another seed and replication. */
  public void reset(long seed, long replication) {
    key = mix(mix(mix(seed + GOLDEN) + replication * GOLDEN) ^ name);
    drawn = 0;
  }

  /** The 64 bits of one number, whatever was drawn before. */
  public long bits(long number) {
    return mix(key + (number + 1) * GOLDEN);
  }

  /** A number from 0 to the limit, both included, evenly distributed. */
  public long upTo(long limit, long number) {
    return Math.unsignedMultiplyHigh(bits(number), limit + 1);
  }

  /** The next of an exponential distribution with that mean. */
  public double nextExponential(double mean) {
    double uniform = ((bits(drawn++) >>> 11) + 1) * TWO_TO_MINUS_53;
    return -mean * StrictMath.log(uniform);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  /** FNV-1a over the characters: the same on every JDK. */
  private static long hash(String text) {
    long hash = 0xCBF2_9CE4_8422_2325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
    }
    return hash;
  }
}
