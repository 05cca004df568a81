package shakedown.run.statistics;

/**
 * What a variant saves against the baseline: the mean of the differences, baseline less variant, of
 * the replications in which both reached the number, and its interval (Student's t on the pairs).
 */
public record Saving(double mean, Interval interval) {}
