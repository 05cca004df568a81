/** The server once TLS 1.2 is chosen (RFC 5246 7.3). */
@NullMarked
package shakedown.server12;

import org.jspecify.annotations.NullMarked;
