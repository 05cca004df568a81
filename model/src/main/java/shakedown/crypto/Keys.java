package shakedown.crypto;

import shakedown.wire.CipherSuite;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * What protects the records that one side writes.
 *
 * @param secret a traffic secret (RFC 8446 7.3) or a whole key block (RFC 5246 6.3), as the suite
 *     is of 1.3 or 1.2
 * @param encryptThenMac whether a MAC is around what it authenticates (RFC 7366), if there is one
 */
public record Keys(CipherSuite suite, Role writer, Value secret, boolean encryptThenMac) {
  /** The same without RFC 7366. */
  public Keys(CipherSuite suite, Role writer, Value secret) {
    this(suite, writer, secret, false);
  }
}
