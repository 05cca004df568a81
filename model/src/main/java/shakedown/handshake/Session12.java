package shakedown.handshake;

import org.jspecify.annotations.Nullable;
import shakedown.wire.CipherSuite;
import shakedown.wire.Value;

/**
 * A session of TLS 1.2: by its id (RFC 5246 7.4.1.2), or by a ticket (RFC 5077).
 *
 * @param id null where the server gave none
 * @param ticket null where the server gave none
 * @param extended whether the master secret is an extended one (RFC 7627)
 */
public record Session12(
    @Nullable Value id,
    @Nullable Value ticket,
    CipherSuite suite,
    boolean extended,
    Value masterSecret,
    PeerProven peer)
    implements Session {}
