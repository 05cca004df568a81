package shakedown.record;

import shakedown.wire.Octets;

/**
 * What a reader puts up with before it refuses.
 *
 * @param skippable octets of refused early data that may still come (RFC 8446 4.2.10)
 * @param empties records without content that may still come
 */
public record Patience(int skippable, int empties) {
  public static final Patience WITH_NOTHING = new Patience(0, Limits.EMPTY_RECORDS);

  Patience skipping() {
    return new Patience(Limits.SKIPPED, empties);
  }

  boolean skips(Octets whole) {
    return cost(whole) <= skippable;
  }

  Patience skipped(Octets whole) {
    return new Patience(skippable - cost(whole), empties);
  }

  boolean bearsEmpty() {
    return empties > 0;
  }

  Patience boreEmpty() {
    return new Patience(skippable, empties - 1);
  }

  /** Its content, and never nothing: else records without content could come for ever. */
  private static int cost(Octets whole) {
    return Math.max(1, Octets.length(whole) - Limits.HEADER - Limits.OVERHEAD);
  }
}
