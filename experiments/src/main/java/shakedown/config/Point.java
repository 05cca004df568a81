package shakedown.config;

import com.google.common.collect.ImmutableMap;
import shakedown.net.Network;

/**
 * The conditions of one measurement.
 *
 * @param axes what the keys of the sweep are here, by path, as {@code network.rtt}; empty without a
 *     sweep
 */
public record Point(ImmutableMap<String, AxisValue> axes, Network network, Workload workload) {}
