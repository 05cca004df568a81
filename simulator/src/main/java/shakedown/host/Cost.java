package shakedown.host;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What an operation takes of a core.
 *
 * @param nanos for each run, whatever its length
 * @param picosPerOctet beside that, for each octet
 */
public record Cost(long nanos, long picosPerOctet) {
  public Cost {
    checkArgument(
        nanos >= 0 && picosPerOctet >= 0,
        "%s ns and %s ps an octet; expected no negative cost",
        nanos,
        picosPerOctet);
  }

  /** Nanoseconds for one run over so many octets. */
  public long nanos(int octets) {
    return nanos + octets * picosPerOctet / 1000;
  }
}
