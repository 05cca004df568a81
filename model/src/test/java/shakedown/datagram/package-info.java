/** Handshakes over datagrams: against loss, against hostile octets, against another stack. */
@NullMarked
package shakedown.datagram;

import org.jspecify.annotations.NullMarked;
