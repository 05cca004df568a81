package shakedown.measure;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * An open loop: connections come at random (Poisson) and do not wait for others to end.
 *
 * @param perSecond how many come in the mean
 * @param warmUpNanos those that come before are played but not measured
 * @param measuredNanos how long after that they are measured
 * @param giveUpNanos how long a client waits for its response
 */
public record Arrivals(double perSecond, long warmUpNanos, long measuredNanos, long giveUpNanos) {
  public Arrivals {
    checkArgument(perSecond > 0, "%s arrivals a second; expected more than 0", perSecond);
    checkArgument(warmUpNanos >= 0, "warm-up of %s ns; expected 0 or more", warmUpNanos);
    checkArgument(measuredNanos > 0, "%s ns to measure; expected more than 0", measuredNanos);
    checkArgument(giveUpNanos > 0, "giving up after %s ns; expected more than 0", giveUpNanos);
  }

  long endNanos() {
    return warmUpNanos + measuredNanos;
  }
}
