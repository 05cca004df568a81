package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Octets;

/** Records into as few datagrams as their order allows. */
final class Packing {
  private Packing() {}

  static ImmutableList<Octets> pack(Iterable<Octets> records, int maxDatagram) {
    var datagrams = ImmutableList.<Octets>builder();
    Octets open = Octets.EMPTY;
    for (Octets record : records) {
      if (!open.isEmpty() && Octets.length(open) + Octets.length(record) > maxDatagram) {
        datagrams.add(open);
        open = Octets.EMPTY;
      }
      open = open.plus(record);
    }
    return open.isEmpty() ? datagrams.build() : datagrams.add(open).build();
  }
}
