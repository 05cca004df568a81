package shakedown.policy;

/**
 * How much is sent at once.
 *
 * @param maxFragmentLength RFC 6066 4: 1 to 4 for 512 to 4096 octets; 0 if not asked
 * @param recordSizeLimit RFC 8449 4: in octets; 0 if not told
 * @param maxEarlyData what a server takes of early data, or skips of it (RFC 8446 4.6.1), in octets
 * @param padding of what records of TLS 1.3 that are written are padded to a multiple, in octets of
 *     their plaintext (RFC 8446 5.4); 1 for no padding
 */
public record Sizes(int maxFragmentLength, int recordSizeLimit, int maxEarlyData, int padding) {
  public static final Sizes ANY = new Sizes(0, 0);

  private static final int USUAL_EARLY_DATA = 1 << 14;

  /** With as much early data as most stacks take, and no padding. */
  public Sizes(int maxFragmentLength, int recordSizeLimit) {
    this(maxFragmentLength, recordSizeLimit, USUAL_EARLY_DATA, 1);
  }

  public Sizes withPadding(int multiple) {
    return new Sizes(maxFragmentLength, recordSizeLimit, maxEarlyData, multiple);
  }
}
