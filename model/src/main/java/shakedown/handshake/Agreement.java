package shakedown.handshake;

import shakedown.wire.CipherSuite;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * What both sides of a session must share.
 *
 * @param session a value that no other session has: the transcript's hash (1.3), the master secret
 *     (1.2)
 */
public record Agreement(Version version, CipherSuite suite, Value session) {}
