package shakedown.crypto;

import shakedown.wire.CipherSuite;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * What protects the records that one side writes.
 *
 * @param secret a traffic secret (RFC 8446 7.3) or a whole key block (RFC 5246 6.3), as the suite
 *     is of 1.3 or 1.2
 */
public record Keys(CipherSuite suite, Role writer, Value secret) {}
