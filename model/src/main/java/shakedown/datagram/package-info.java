/**
 * The same endpoints over datagrams, DTLS 1.2 (RFC 6347) and 1.3 (RFC 9147): numbers and fragments
 * of messages, flights that are sent again, epochs, cookies. A pure state; time belongs to who
 * drives it.
 */
@NullMarked
package shakedown.datagram;

import org.jspecify.annotations.NullMarked;
