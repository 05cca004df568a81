package shakedown.policy;

import com.google.common.collect.ImmutableList;

/**
 * What a client wants of whom, and what a server gives.
 *
 * @param host whom a client means; who a server is
 * @param protocols of the application (RFC 7301), best first; empty if not told
 */
public record Service(String host, ImmutableList<String> protocols) {}
