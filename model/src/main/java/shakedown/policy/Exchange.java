package shakedown.policy;

import com.google.common.collect.ImmutableList;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;

/**
 * How keys may be agreed on, each list best first.
 *
 * @param shares the groups that a first ClientHello brings key shares for; of no use to a server
 * @param pskModes how a session of TLS 1.3 may be resumed (RFC 8446 4.2.9)
 */
public record Exchange(
    ImmutableList<NamedGroup> groups,
    ImmutableList<NamedGroup> shares,
    ImmutableList<PskMode> pskModes) {}
