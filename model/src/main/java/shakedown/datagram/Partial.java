package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Octets;

/**
 * What came of one message so far.
 *
 * @param length of the whole message without its header
 * @param pieces in order, with octets missing between any two
 */
record Partial(int type, int length, ImmutableList<Piece> pieces) {
  /** Octets that came, and where they begin. */
  record Piece(int from, Octets octets) {
    int to() {
      return from + Octets.length(octets);
    }
  }

  static Partial of(Fragment first) {
    return new Partial(
        first.type(), first.length(), ImmutableList.of(new Piece(first.offset(), first.octets())));
  }

  /** Whether it is of the same message, and there is room for it. */
  boolean takes(Fragment more) {
    return more.type() == type
        && more.length() == length
        && plus(more).pieces.size() <= Limits.GAPS;
  }

  /** What is there already stays. */
  Partial plus(Fragment more) {
    return new Partial(type, length, joined(new Piece(more.offset(), more.octets())));
  }

  private ImmutableList<Piece> joined(Piece more) {
    var out = ImmutableList.<Piece>builder();
    Piece grown = more;
    for (Piece each : pieces) {
      if (each.to() < grown.from()) {
        out.add(each);
      } else if (grown.to() < each.from()) {
        out.add(grown);
        grown = each;
      } else {
        grown = union(each, grown);
      }
    }
    return out.add(grown).build();
  }

  /** Of two that overlap or touch; the first one's octets where both have some. */
  private static Piece union(Piece kept, Piece more) {
    int from = Math.min(kept.from(), more.from());
    Octets before = part(more, from, kept.from());
    Octets after = part(more, kept.to(), more.to());
    return new Piece(from, before.plus(kept.octets()).plus(after));
  }

  private static Octets part(Piece piece, int from, int to) {
    return from < to ? piece.octets().slice(from - piece.from(), to - piece.from()) : Octets.EMPTY;
  }

  boolean isWhole() {
    return size() == length;
  }

  /** Octets that are there. */
  int size() {
    return pieces.stream().mapToInt(each -> Octets.length(each.octets())).sum();
  }

  /** The whole message as over streams, with its header. */
  Octets message() {
    Octets header =
        Octets.of(
            (byte) type,
            (byte) (length >> (2 * Byte.SIZE)),
            (byte) (length >> Byte.SIZE),
            (byte) length);
    return header.plus(pieces.getFirst().octets());
  }
}
