package shakedown.crypto;

import java.nio.ByteBuffer;
import shakedown.wire.Version;

/** What protected records of both versions have in common: the header, and a counted nonce. */
final class Headers {
  /** Octets of a header. */
  static final int LENGTH = 5;

  private static final int ASSOCIATED_LENGTH = 13;
  private static final int TYPE_AND_VERSION_LENGTH = 3;

  private Headers() {}

  /**
   * A header (RFC 8446 5.2, RFC 5246 6.2.1); both versions say 1.2.
   *
   * @param length of what follows, in octets
   */
  static byte[] of(int type, int length) {
    return ByteBuffer.allocate(LENGTH)
        .put((byte) type)
        .putShort((short) Version.TLS12.code())
        .putShort((short) length)
        .array();
  }

  /** Whether this is a header and as much as it says. */
  static boolean isWhole(byte[] record) {
    return record.length >= LENGTH
        && record.length - LENGTH
            == Short.toUnsignedInt(ByteBuffer.wrap(record).getShort(TYPE_AND_VERSION_LENGTH));
  }

  /**
   * What a record of TLS 1.2 authenticates beside its content (RFC 5246 6.2.3.1, 6.2.3.3).
   *
   * @param version a code point
   * @param length of the content, in octets
   */
  static byte[] associated(int version, long sequence, int type, int length) {
    return ByteBuffer.allocate(ASSOCIATED_LENGTH)
        .putLong(sequence)
        .put((byte) type)
        .putShort((short) version)
        .putShort((short) length)
        .array();
  }

  /** RFC 8446 5.3, RFC 7905 2. */
  static byte[] nonce(byte[] iv, long sequence) {
    ByteBuffer nonce = ByteBuffer.wrap(iv.clone());
    int last = iv.length - Long.BYTES;
    return nonce.putLong(last, nonce.getLong(last) ^ sequence).array();
  }
}
