package shakedown.handshake;

import shakedown.wire.Hash;
import shakedown.wire.Value;

/**
 * A key that both sides were given before (RFC 4279, RFC 8446 2.2).
 *
 * @param identity what it is called on the wire
 * @param hash that TLS 1.3 uses it with (RFC 8446 4.2.11); no matter in TLS 1.2
 */
public record PreSharedKey(Value identity, Value key, Hash hash) {}
