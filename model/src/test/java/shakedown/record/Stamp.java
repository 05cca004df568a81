package shakedown.record;

import java.nio.ByteBuffer;
import java.util.Optional;
import shakedown.crypto.RecordProtection;
import shakedown.wire.Octets;

/**
 * Protection that hides nothing: after the content stand its type and 16 octets of a key and a
 * sequence number. Its sealed records look like those of TLS 1.3.
 */
record Stamp(long key) implements RecordProtection {
  private static final int HEADER = 5;
  private static final int TAG = 16;

  @Override
  public Octets seal(long sequence, int type, Octets content) {
    return seal(sequence, type, content, 0);
  }

  @Override
  public Octets seal(long sequence, int type, Octets content, int padding) {
    int length = Octets.length(content) + 1 + padding + TAG;
    return Octets.of(
        ByteBuffer.allocate(HEADER + length)
            .put((byte) 23)
            .putShort((short) 0x0303)
            .putShort((short) length)
            .put(Octets.bytes(content))
            .put((byte) type)
            .put(new byte[padding])
            .putLong(key)
            .putLong(sequence)
            .array());
  }

  @Override
  public Optional<Opened> open(long sequence, Octets record) {
    int length = Octets.length(record) - TAG - HEADER;
    if (length < 1) {
      return Optional.empty();
    }
    int at = length - 1;
    while (at > 0 && record.at(HEADER + at) == 0) {
      at--;
    }
    var opened = new Opened(record.at(HEADER + at), record.slice(HEADER, HEADER + at), length);
    return seal(sequence, opened.type(), opened.content(), length - 1 - at).equals(record)
        ? Optional.of(opened)
        : Optional.empty();
  }
}
