package shakedown.run;

import shakedown.config.Point;
import shakedown.config.Variant;

/**
 * Where the mean time to the first byte goes, in nanoseconds. Each part is what is added when its
 * cause is switched on, in this order; so the parts sum up to the mean.
 *
 * @param roundTrips number of round trips: the time on a network that only delays, over its RTT
 * @param waiting those round trips at this network's RTT
 * @param transmission for limited rates: serialisation, and queues
 * @param cpu for computing at both sides, as far as it does not overlap with the network
 * @param loss for losses, their repair, and jitter; the mean of the replications less all before
 */
public record Breakdown(
    double roundTrips, double waiting, double transmission, double cpu, double loss) {

  /** Far from any timer, so that none goes off: SYN 1 s, least retransmission timeout 200 ms. */
  private static final long MEASURING_RTT = 100_000_000L;

  static Breakdown of(Bench bench, Variant variant, Point point, double mean) {
    Point quiet = Conditions.lossless(point);
    long rtt = point.network().rttNanos();
    double trips = first(bench, variant, Conditions.ideal(point, MEASURING_RTT));
    double waiting = first(bench, variant, Conditions.ideal(point, rtt));
    double sent = first(bench, variant, Conditions.free(quiet));
    double computed = first(bench, variant, quiet);
    return new Breakdown(
        trips / MEASURING_RTT, waiting, sent - waiting, computed - sent, mean - computed);
  }

  private static double first(Bench bench, Variant variant, Point point) {
    return bench.trial(variant, point).run(0).timeToFirstByteNanos();
  }
}
