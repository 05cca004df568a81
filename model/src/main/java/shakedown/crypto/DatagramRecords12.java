package shakedown.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import shakedown.wire.Octets;

/**
 * Records of DTLS 1.2: those of TLS 1.2 whose sequence number has the epoch in its upper 16 bits
 * and stands in the header (RFC 6347 4.1.2).
 */
final class DatagramRecords12 implements DatagramProtection {
  /** {254, 253} (RFC 6347 4.1). */
  static final int VERSION = 0xfefd;

  private static final int HEADER_LENGTH = 13;
  private static final int TYPE_AND_VERSION_LENGTH = 3;
  private static final int SEQUENCE_BITS = 48;

  /** What a block cipher may pad beyond what it pads nothing with. */
  private static final int PADDING = 16;

  private final RecordProtection protection;
  private final long epoch;

  DatagramRecords12(Keys keys, int epoch) {
    this.protection = new Records12(keys, VERSION);
    this.epoch = (long) epoch << SEQUENCE_BITS;
  }

  @Override
  public Octets seal(long sequence, int type, Octets content) {
    byte[] sealed = Octets.bytes(protection.seal(epoch | sequence, type, content));
    byte[] record =
        ByteBuffer.allocate(sealed.length - Headers.LENGTH + HEADER_LENGTH)
            .put((byte) type)
            .putShort((short) VERSION)
            .putLong(epoch | sequence)
            .put(sealed, TYPE_AND_VERSION_LENGTH, sealed.length - TYPE_AND_VERSION_LENGTH)
            .array();
    return Octets.of(record);
  }

  @Override
  public Optional<Opened> open(long expected, Octets record) {
    byte[] whole = Octets.bytes(record);
    if (whole.length < HEADER_LENGTH) {
      return Optional.empty();
    }
    long sequence = ByteBuffer.wrap(whole).getLong(TYPE_AND_VERSION_LENGTH);
    byte[] sealed = Arrays.copyOfRange(whole, HEADER_LENGTH, whole.length);
    byte[] header = Headers.of(whole[0] & 0xff, sealed.length);
    if (sequence >>> SEQUENCE_BITS != epoch >>> SEQUENCE_BITS) {
      return Optional.empty();
    }
    return protection
        .open(sequence, Octets.of(Hashing.concat(header, sealed)))
        .map(each -> new Opened(sequence & ~epoch, each.type(), each.content(), each.length()));
  }

  @Override
  public int overhead() {
    return Octets.length(seal(0, 0, Octets.EMPTY)) + PADDING;
  }
}
