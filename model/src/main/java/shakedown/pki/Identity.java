package shakedown.pki;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/**
 * Who an endpoint is: a chain, leaf first, and the leaf's key.
 *
 * @param chain without the root, which the peer has
 * @param staple an OCSP response about the leaf; null if there is none
 */
public record Identity(
    ImmutableList<Value> chain, Value privateKey, KeyType keyType, @Nullable Value staple) {
  public Identity(ImmutableList<Value> chain, Value privateKey, KeyType keyType) {
    this(chain, privateKey, keyType, null);
  }

  public Identity withStaple(@Nullable Value other) {
    return new Identity(chain, privateKey, keyType, other);
  }
}
