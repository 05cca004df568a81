package shakedown.net;

/** An IP packet with a TCP segment, without its octets. Packets are made once and used again. */
final class Packet {
  static final int SACK_BLOCKS = 3;

  private static final int PLAIN_HEADER = 52;
  private static final int SYN_HEADER = 60;
  private static final int COOKIE_OPTION = 12;

  /** What a segment is for. */
  enum Kind {
    SYN,
    SYN_ACK,
    /** Octets of the stream, or none: a pure acknowledgement. */
    SEGMENT
  }

  final int slot;
  final long[] sackFrom = new long[SACK_BLOCKS];
  final long[] sackTo = new long[SACK_BLOCKS];

  Kind kind = Kind.SEGMENT;

  /** The octets of the stream that it carries; equal for none. */
  long from;

  long to;

  /** The first octet that its sender still misses. */
  long ack;

  /** When it was sent, and the stamp that its sender last saw, both in milliseconds (RFC 7323). */
  long stamp;

  long echo;
  int sacks;

  /** The first block names octets that came twice (RFC 2883). */
  boolean duplicate;

  Packet(int slot) {
    this.slot = slot;
  }

  int length() {
    return (int) (to - from);
  }

  /** Octets of the whole IP packet with the options that Linux sends. */
  int ipOctets() {
    if (kind != Kind.SEGMENT) {
      return SYN_HEADER + (to > from ? COOKIE_OPTION : 0) + length();
    }
    return PLAIN_HEADER + length() + (sacks > 0 ? 4 + 8 * sacks : 0);
  }
}
