package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import shakedown.wire.Octets;

/**
 * A part of a handshake message (RFC 6347 4.2.2).
 *
 * @param length of the whole message without its header, in octets
 * @param number its message_seq
 * @param offset where in the message this part begins
 */
record Fragment(int type, int length, int number, int offset, Octets octets) {
  static final int HEADER_LENGTH = 12;

  private static final int CLIENT_HELLO = 1;
  private static final int NUMBER_AT = 4;
  private static final int OFFSET_AT = 6;
  private static final int SIZE_AT = 9;

  /** A header of a message over streams. */
  private static final int MESSAGE_HEADER_LENGTH = 4;

  /** Those of a record; what is none ends it. */
  static ImmutableList<Fragment> in(Octets content) {
    var fragments = ImmutableList.<Fragment>builder();
    Octets rest = content;
    while (Octets.length(rest) >= HEADER_LENGTH) {
      int end = HEADER_LENGTH + triple(rest, SIZE_AT);
      if (end > Octets.length(rest)) {
        return fragments.build();
      }
      int number = rest.at(NUMBER_AT) << Byte.SIZE | rest.at(NUMBER_AT + 1);
      Octets octets = rest.slice(HEADER_LENGTH, end);
      fragments.add(
          new Fragment(rest.at(0), triple(rest, 1), number, triple(rest, OFFSET_AT), octets));
      rest = rest.slice(end, Octets.length(rest));
    }
    return fragments.build();
  }

  /**
   * A message cut into parts.
   *
   * @param message as over streams, with its header
   * @param most octets of one part, without its header
   */
  static ImmutableList<Fragment> of(Octets message, int number, int most) {
    int type = message.at(0);
    Octets body = message.slice(MESSAGE_HEADER_LENGTH, Octets.length(message));
    int length = Octets.length(body);
    var fragments = ImmutableList.<Fragment>builder();
    int at = 0;
    do {
      int end = Math.min(length, at + most);
      fragments.add(new Fragment(type, length, number, at, body.slice(at, end)));
      at = end;
    } while (at < length);
    return fragments.build();
  }

  /** Whether a handshake begins with it. */
  boolean begins() {
    return type == CLIENT_HELLO && number == 0;
  }

  int end() {
    return offset + Octets.length(octets);
  }

  /** Whether it is a part of what it says, and brings something. */
  boolean isSound() {
    return length <= Limits.MESSAGE && end() <= length && (length == 0 || !octets.isEmpty());
  }

  /** Whether the message ends with it. */
  boolean isLast() {
    return end() == length;
  }

  Octets encode() {
    ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH).put((byte) type);
    put(header, length).putShort((short) number);
    put(header, offset);
    put(header, Octets.length(octets));
    return Octets.of(header.array()).plus(octets);
  }

  private static ByteBuffer put(ByteBuffer out, int triple) {
    return out.put((byte) (triple >> (2 * Byte.SIZE))).putShort((short) triple);
  }

  private static int triple(Octets octets, int at) {
    return octets.at(at) << (2 * Byte.SIZE) | octets.at(at + 1) << Byte.SIZE | octets.at(at + 2);
  }
}
