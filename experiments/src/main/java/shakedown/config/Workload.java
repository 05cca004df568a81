package shakedown.config;

import shakedown.host.CostProfile;

/**
 * Who talks, what about, and how often.
 *
 * @param client what computing takes the client
 * @param server what computing takes the server
 * @param cores of the server
 * @param requestOctets of application data from client to server
 * @param responseOctets of application data back
 * @param arrivals how connections come to a loaded server
 */
public record Workload(
    CostProfile client,
    CostProfile server,
    int cores,
    long requestOctets,
    long responseOctets,
    Arrivals arrivals) {}
