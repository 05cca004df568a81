package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.crypto.Crypto;
import shakedown.wire.Value;

/**
 * Whom an endpoint trusts, and when it asks.
 *
 * @param anchors certificates that need no issuer
 * @param keys raw public keys that need no certificate (RFC 7250 6)
 * @param instant of validation, in seconds since 1970 UTC
 */
public record Trust(ImmutableList<Value> anchors, ImmutableList<RawKey> keys, long instant) {
  public static final Trust NOBODY = new Trust(ImmutableList.of(), 0);

  public Trust(ImmutableList<Value> anchors, long instant) {
    this(anchors, ImmutableList.of(), instant);
  }

  public Trust withKeys(RawKey... trusted) {
    return new Trust(anchors, ImmutableList.copyOf(trusted), instant);
  }

  /** Whether a raw public key is known to be of whom is meant. */
  public boolean knows(String meant, Value key, Crypto crypto) {
    return keys.stream()
        .anyMatch(known -> known.name().equals(meant) && crypto.same(key, known.key()));
  }

  /** Whose a raw public key is known to be. */
  public Optional<String> whose(Value key, Crypto crypto) {
    return keys.stream()
        .filter(known -> crypto.same(key, known.key()))
        .map(RawKey::name)
        .findFirst();
  }
}
