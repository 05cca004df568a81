package shakedown.run;

import com.google.common.collect.ImmutableList;
import shakedown.config.Variant;

/**
 * A loaded server answering one variant.
 *
 * @param levels in order of offered load
 * @param saturationPerSecond what its cores can do: cores over the CPU time of a handshake
 */
public record LoadCurve(Variant variant, ImmutableList<Level> levels, double saturationPerSecond) {

  /**
   * One offered load.
   *
   * @param offeredPerSecond connections that came a second, as chance had it
   * @param completedPerSecond handshakes ended a second
   * @param p50Nanos half of them took at most so long, infinite if they did not end
   * @param p99Nanos likewise for 99 of 100
   */
  public record Level(
      double offeredPerSecond, double completedPerSecond, double p50Nanos, double p99Nanos) {}
}
