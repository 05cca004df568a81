package shakedown.pki;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Value;

/**
 * Whom an endpoint trusts, and when it asks.
 *
 * @param anchors certificates that need no issuer
 * @param instant of validation, in seconds since 1970 UTC
 */
public record Trust(ImmutableList<Value> anchors, long instant) {
  public static final Trust NOBODY = new Trust(ImmutableList.of(), 0);
}
