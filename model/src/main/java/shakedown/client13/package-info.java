/** The client after a ServerHello of TLS 1.3 (RFC 8446 A.1). */
@NullMarked
package shakedown.client13;

import org.jspecify.annotations.NullMarked;
