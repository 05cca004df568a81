package shakedown.calibrate;

import java.util.Map;
import shakedown.host.Cost;

/**
 * A time that grows with the octets.
 *
 * @param fixedNanos of a run over nothing
 * @param nanosPerOctet beside that
 */
record Line(double fixedNanos, double nanosPerOctet) {

  /**
   * The line with the least squares of relative errors, so that short runs count as much as long
   * ones: a handshake hashes and seals short strings.
   */
  static Line through(Map<Integer, Double> nanosByOctets) {
    double weight = 0;
    double octets = 0;
    double octetsSquared = 0;
    double nanos = 0;
    double product = 0;
    for (Map.Entry<Integer, Double> each : nanosByOctets.entrySet()) {
      double w = 1 / (each.getValue() * each.getValue());
      weight += w;
      octets += w * each.getKey();
      octetsSquared += w * each.getKey() * each.getKey();
      nanos += w * each.getValue();
      product += w * each.getKey() * each.getValue();
    }
    double determinant = weight * octetsSquared - octets * octets;
    if (nanosByOctets.size() < 2 || determinant <= 0) {
      // One length says nothing of what is fixed; taken to grow from nothing, if it has a length.
      return octets > 0 ? new Line(0, nanos / octets) : new Line(nanos / weight, 0);
    }
    double slope = Math.max(0, (weight * product - octets * nanos) / determinant);
    return new Line(Math.max(0, (nanos - slope * octets) / weight), slope);
  }

  /** The same time over so many octets more, for runs that are counted without them. */
  Line over(int octets) {
    return new Line(fixedNanos + nanosPerOctet * octets, nanosPerOctet);
  }

  Line plus(Line other) {
    return new Line(fixedNanos + other.fixedNanos, nanosPerOctet + other.nanosPerOctet);
  }

  /** One run over a fixed length. */
  Line at(int octets) {
    return new Line(fixedNanos + nanosPerOctet * octets, 0);
  }

  Cost cost() {
    return new Cost(Math.round(fixedNanos), Math.round(nanosPerOctet * 1000));
  }
}
