/**
 * All that touches secrets, randomness or the equality of values, as an algebra over opaque {@link
 * shakedown.wire.Value}s, with the key schedules as ordinary code above it. The concrete and the
 * metered algebra live here; nothing here knows a handshake.
 */
@NullMarked
package shakedown.crypto;

import org.jspecify.annotations.NullMarked;
