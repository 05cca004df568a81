package shakedown.config;

import com.google.common.collect.ImmutableList;

/**
 * An open loop: connections come at random and do not wait for others to end.
 *
 * @param perSecond offered loads, each a measurement of its own; empty if none is wanted
 * @param forNanos how long they come
 */
public record Arrivals(ImmutableList<Long> perSecond, long forNanos) {}
