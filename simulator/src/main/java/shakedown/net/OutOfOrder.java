package shakedown.net;

import java.util.Arrays;

/** Octets that came before others that are still missing, as disjoint ranges in order. */
final class OutOfOrder {
  private long[] from = new long[8];
  private long[] to = new long[8];
  private int count;
  private long newest;

  void reset() {
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Takes in a range; whether it was there already. */
  boolean add(long start, long end) {
    newest = start;
    int first = 0;
    while (first < count && to[first] < start) {
      first++;
    }
    int behind = first;
    long low = start;
    long high = end;
    while (behind < count && from[behind] <= end) {
      low = Math.min(low, from[behind]);
      high = Math.max(high, to[behind]);
      behind++;
    }
    boolean isKnown = behind == first + 1 && from[first] <= start && end <= to[first];
    replace(first, behind, low, high);
    return isKnown;
  }

  /** The first octet missing, once all before {@code next} is there; drops what that fills. */
  long advance(long next) {
    long reached = next;
    int filled = 0;
    while (filled < count && from[filled] <= reached) {
      reached = Math.max(reached, to[filled]);
      filled++;
    }
    if (filled > 0) {
      shift(filled, 0);
    }
    return reached;
  }

  /** Adds blocks to a packet, the newest first (RFC 2018). */
  void describe(Packet packet) {
    int room = Packet.SACK_BLOCKS - packet.sacks;
    int newestRange = -1;
    for (int i = 0; i < count; i++) {
      if (from[i] <= newest && newest < to[i]) {
        newestRange = i;
      }
    }
    if (newestRange >= 0 && room > 0) {
      describe(packet, newestRange);
      room--;
    }
    for (int i = 0; i < count && room > 0; i++) {
      if (i != newestRange) {
        describe(packet, i);
        room--;
      }
    }
  }

  private void describe(Packet packet, int range) {
    packet.sackFrom[packet.sacks] = from[range];
    packet.sackTo[packet.sacks] = to[range];
    packet.sacks++;
  }

  private void replace(int first, int behind, long low, long high) {
    if (first == behind) {
      if (count == from.length) {
        from = Arrays.copyOf(from, 2 * count);
        to = Arrays.copyOf(to, 2 * count);
      }
      shift(first, first + 1);
    } else {
      shift(behind, first + 1);
    }
    from[first] = low;
    to[first] = high;
  }

  private void shift(int source, int target) {
    System.arraycopy(from, source, from, target, count - source);
    System.arraycopy(to, source, to, target, count - source);
    count += target - source;
  }
}
