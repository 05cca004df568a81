/** The server once TLS 1.3 is chosen (RFC 8446 A.2). */
@NullMarked
package shakedown.server13;

import org.jspecify.annotations.NullMarked;
