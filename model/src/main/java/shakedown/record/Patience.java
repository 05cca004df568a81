package shakedown.record;

import shakedown.wire.Octets;

/**
 * What a reader puts up with before it refuses.
 *
 * @param skippable octets of refused early data that may still come (RFC 8446 4.2.10)
 * @param empties records without content that may still come
 * @param takeable octets of data that may still come: a limit of early data only (RFC 8446 4.6.1)
 */
public record Patience(int skippable, int empties, int takeable) {
  public static final Patience WITH_NOTHING =
      new Patience(0, Limits.EMPTY_RECORDS, Limits.UNLIMITED);

  /** After something that is neither skipped nor empty. */
  Patience renewed() {
    return new Patience(0, Limits.EMPTY_RECORDS, takeable);
  }

  Patience skipping(int octets) {
    return new Patience(octets, empties, takeable);
  }

  Patience taking(int octets) {
    return new Patience(skippable, empties, octets);
  }

  boolean isSkipping() {
    return skippable > 0;
  }

  boolean skips(Octets whole) {
    return cost(whole) <= skippable;
  }

  Patience skipped(Octets whole) {
    return new Patience(skippable - cost(whole), empties, takeable);
  }

  boolean takes(Octets content) {
    return Octets.length(content) <= takeable;
  }

  Patience took(Octets content) {
    return takeable == Limits.UNLIMITED
        ? renewed()
        : renewed().taking(takeable - Octets.length(content));
  }

  boolean bearsEmpty() {
    return empties > 0;
  }

  Patience boreEmpty() {
    return new Patience(skippable, empties - 1, takeable);
  }

  /** Its content, and never nothing: else records without content could come for ever. */
  private static int cost(Octets whole) {
    return Math.max(1, Octets.length(whole) - Limits.HEADER - Limits.OVERHEAD);
  }
}
