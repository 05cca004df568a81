/** The client after a ServerHello of TLS 1.2 (RFC 5246 7.3). */
@NullMarked
package shakedown.client12;

import org.jspecify.annotations.NullMarked;
