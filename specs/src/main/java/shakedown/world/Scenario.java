package shakedown.world;

import com.google.common.collect.ImmutableMap;
import shakedown.adversary.Network;
import shakedown.wire.KeyType;

/**
 * One question about two parties and what lies between them.
 *
 * @param name the file's, without its ending
 * @param reference where the question comes from; empty if it is our own
 * @param keyType of the server's certificate
 * @param resumption the session before is an honest one between the same parties
 * @param expect a verdict's word for each property that the file speaks of
 */
public record Scenario(
    String name,
    String question,
    String reference,
    Party client,
    Party server,
    KeyType keyType,
    Resumption resumption,
    Network network,
    ImmutableMap<String, String> expect) {}
