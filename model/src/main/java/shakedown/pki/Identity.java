package shakedown.pki;

import com.google.common.collect.ImmutableList;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/**
 * Who an endpoint is: a chain, leaf first, and the leaf's key.
 *
 * @param chain without the root, which the peer has
 */
public record Identity(ImmutableList<Value> chain, Value privateKey, KeyType keyType) {}
