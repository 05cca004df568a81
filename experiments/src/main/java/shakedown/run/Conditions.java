package shakedown.run;

import shakedown.config.Point;
import shakedown.config.Workload;
import shakedown.host.CostProfile;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.Path;

/** The conditions of a point with some causes of delay switched off. */
final class Conditions {
  private Conditions() {}

  /** No loss and no jitter. */
  static Point lossless(Point point) {
    Network network = point.network();
    return with(point, lossless(network.toServer()), lossless(network.toClient()));
  }

  /** Computing takes no time. */
  static Point free(Point point) {
    Workload load = point.workload();
    Workload free =
        new Workload(
            CostProfile.ZERO,
            CostProfile.ZERO,
            load.cores(),
            load.requestOctets(),
            load.responseOctets(),
            load.arrivals());
    return new Point(point.axes(), point.network(), free);
  }

  /** Nothing but that delay takes time. */
  static Point ideal(Point point, long rttNanos) {
    Path there = Path.ideal(rttNanos / 2);
    Path back = Path.ideal(rttNanos - rttNanos / 2);
    return free(with(point, there, back));
  }

  private static Point with(Point point, Path toServer, Path toClient) {
    Network network = point.network();
    return new Point(
        point.axes(),
        new Network(toServer, toClient, network.mtu(), network.tcp()),
        point.workload());
  }

  private static Path lossless(Path path) {
    return new Path(path.delayNanos(), 0, path.bitsPerSecond(), path.queueOctets(), Loss.NONE);
  }
}
