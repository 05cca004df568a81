package shakedown.policy;

/**
 * How small the peer's records are to be.
 *
 * @param maxFragmentLength RFC 6066 4: 1 to 4 for 512 to 4096 octets; 0 if not asked
 * @param recordSizeLimit RFC 8449 4: in octets; 0 if not told
 */
public record Sizes(int maxFragmentLength, int recordSizeLimit) {
  public static final Sizes ANY = new Sizes(0, 0);
}
