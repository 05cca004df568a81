package shakedown.run;

import shakedown.config.Point;
import shakedown.config.Variant;
import shakedown.config.Workload;
import shakedown.host.CostProfile;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.Path;

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
    Network network = point.network();
    Point still = free(point, quiet(network));
    double trips = first(bench, variant, free(point, ideal(network, MEASURING_RTT)));
    double waiting = first(bench, variant, free(point, ideal(network, network.rttNanos())));
    double sent = first(bench, variant, still);
    double computed = first(bench, variant, with(point, quiet(network), point.workload()));
    return new Breakdown(
        trips / MEASURING_RTT, waiting, sent - waiting, computed - sent, mean - computed);
  }

  private static double first(Bench bench, Variant variant, Point point) {
    return bench.trial(variant, point).run(0).timeToFirstByteNanos();
  }

  private static Point free(Point point, Network network) {
    Workload load = point.workload();
    Workload free =
        new Workload(
            CostProfile.ZERO,
            CostProfile.ZERO,
            load.cores(),
            load.requestOctets(),
            load.responseOctets(),
            load.arrivals());
    return with(point, network, free);
  }

  private static Point with(Point point, Network network, Workload workload) {
    return new Point(point.axes(), network, workload);
  }

  private static Network ideal(Network network, long rttNanos) {
    return new Network(
        Path.ideal(rttNanos / 2),
        Path.ideal(rttNanos - rttNanos / 2),
        network.mtu(),
        network.tcp());
  }

  private static Network quiet(Network network) {
    return new Network(
        quiet(network.toServer()), quiet(network.toClient()), network.mtu(), network.tcp());
  }

  private static Path quiet(Path path) {
    return new Path(path.delayNanos(), 0, path.bitsPerSecond(), path.queueOctets(), Loss.NONE);
  }
}
