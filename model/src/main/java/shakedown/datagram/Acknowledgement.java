package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import shakedown.wire.Octets;

/** The ACK message: which records came (RFC 9147 7). */
record Acknowledgement(ImmutableList<RecordNumber> records) {
  private static final int NUMBER_LENGTH = 2 * Long.BYTES;
  private static final int LENGTH_LENGTH = Short.BYTES;

  /** How many are told of in so many octets, and one if need be. */
  static int most(int octets) {
    return Math.max(1, (octets - LENGTH_LENGTH) / NUMBER_LENGTH);
  }

  Octets encode() {
    int length = records.size() * NUMBER_LENGTH;
    ByteBuffer out = ByteBuffer.allocate(LENGTH_LENGTH + length).putShort((short) length);
    records.forEach(each -> out.putLong(each.epoch()).putLong(each.sequence()));
    return Octets.of(out.array());
  }

  /**
   * Those that may be told under an epoch, which is no earlier than theirs; none if this is no ACK.
   */
  static Acknowledgement decode(Octets content, int epoch) {
    ByteBuffer in = ByteBuffer.wrap(Octets.bytes(content));
    var records = ImmutableList.<RecordNumber>builder();
    if (in.remaining() >= LENGTH_LENGTH
        && Short.toUnsignedInt(in.getShort()) == in.remaining()
        && in.remaining() % NUMBER_LENGTH == 0) {
      while (in.hasRemaining()) {
        var number = new RecordNumber(in.getLong(), in.getLong());
        if (number.epoch() <= epoch) {
          records.add(number);
        }
      }
    }
    return new Acknowledgement(records.build());
  }
}
