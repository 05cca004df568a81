package shakedown.config;

import com.google.common.collect.ImmutableMap;
import shakedown.net.Network;

/**
 * The conditions of one measurement.
 *
 * @param axes what the sweep sets here, by the path of its key, as {@code network.rtt}; empty
 *     without a sweep
 */
public record Point(ImmutableMap<String, AxisValue> axes, Network network, Workload workload) {}
