/** What a handshake runs on: cores, the price of operations, the buffers of a TLS stack. */
@NullMarked
package shakedown.host;

import org.jspecify.annotations.NullMarked;
