/** Links that delay and lose packets, and the TCP that makes a stream of them; no word of TLS. */
@NullMarked
package shakedown.net;

import org.jspecify.annotations.NullMarked;
