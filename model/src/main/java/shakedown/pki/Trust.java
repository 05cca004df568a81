package shakedown.pki;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.Crypto;
import shakedown.wire.Value;

/**
 * Whom an endpoint trusts, and when it asks.
 *
 * @param anchors certificates that need no issuer
 * @param keys raw public keys that need no certificate (RFC 7250 6)
 * @param instant of validation, in seconds since 1970 UTC
 */
public record Trust(ImmutableList<Value> anchors, ImmutableList<Value> keys, long instant) {
  public static final Trust NOBODY = new Trust(ImmutableList.of(), 0);

  public Trust(ImmutableList<Value> anchors, long instant) {
    this(anchors, ImmutableList.of(), instant);
  }

  public Trust withKeys(Value... trusted) {
    return new Trust(anchors, ImmutableList.copyOf(trusted), instant);
  }

  /** Whether a raw public key is one of those that are trusted. */
  public boolean knows(Value key, Crypto crypto) {
    return keys.stream().anyMatch(trusted -> crypto.same(key, trusted));
  }
}
