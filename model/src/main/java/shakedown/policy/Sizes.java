package shakedown.policy;

/**
 * How much the peer may send at once.
 *
 * @param maxFragmentLength RFC 6066 4: 1 to 4 for 512 to 4096 octets; 0 if not asked
 * @param recordSizeLimit RFC 8449 4: in octets; 0 if not told
 * @param maxEarlyData what a server takes of early data, or skips of it (RFC 8446 4.6.1), in octets
 */
public record Sizes(int maxFragmentLength, int recordSizeLimit, int maxEarlyData) {
  public static final Sizes ANY = new Sizes(0, 0);

  private static final int USUAL_EARLY_DATA = 1 << 14;

  /** With as much early data as most stacks take. */
  public Sizes(int maxFragmentLength, int recordSizeLimit) {
    this(maxFragmentLength, recordSizeLimit, USUAL_EARLY_DATA);
  }
}
