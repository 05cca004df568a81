package shakedown.datagram;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.DatagramProtection;
import shakedown.wire.Octets;

/**
 * An epoch of the direction that an endpoint writes.
 *
 * @param protection null for plain records
 * @param next sequence number
 */
record WriteEpoch(int number, @Nullable DatagramProtection protection, long next) {
  /** {254, 253} (RFC 6347 4.1). */
  private static final short VERSION = (short) 0xfefd;

  Octets record(int type, Octets content) {
    return protection == null ? plain(type, content) : protection.seal(next, type, content);
  }

  private Octets plain(int type, Octets content) {
    byte[] header =
        ByteBuffer.allocate(RawRecord.HEADER_LENGTH)
            .put((byte) type)
            .putShort(VERSION)
            .putLong(next)
            .putShort((short) Octets.length(content))
            .array();
    return Octets.of(header).plus(content);
  }

  int overhead() {
    return protection == null ? RawRecord.HEADER_LENGTH : protection.overhead();
  }

  WriteEpoch advanced() {
    return new WriteEpoch(number, protection, next + 1);
  }
}
