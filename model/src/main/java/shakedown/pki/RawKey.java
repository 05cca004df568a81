package shakedown.pki;

import shakedown.wire.Value;

/**
 * A public key without a certificate, and whose it is: known from outside of TLS (RFC 7250 6).
 *
 * @param key a SubjectPublicKeyInfo
 */
public record RawKey(String name, Value key) {}
