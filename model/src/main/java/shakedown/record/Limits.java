package shakedown.record;

import shakedown.wire.Dialect;

/** How much a record and a message may hold, in octets, and how much is put up with. */
final class Limits {
  static final int HEADER = 5;

  /** RFC 8446 5.1. */
  static final int CONTENT = 1 << 14;

  /**
   * Of a handshake message with its header. The RFCs allow 16 MiB; no stack does: OpenSSL reads
   * chains of 100 KiB.
   */
  static final int MESSAGE = 1 << 17;

  /** Records without content, one after the other; as OpenSSL. */
  static final int EMPTY_RECORDS = 32;

  /** Of data that is not early. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  /** What a sealed record of TLS 1.3 adds at least: a content type and a tag. */
  static final int OVERHEAD = 17;

  /** Where nothing less was agreed on; there is room for more above it. */
  static final int NONE = Integer.MAX_VALUE >> 1;

  private static final int TYPE = 1;
  private static final int EXPANSION_TLS12 = 2048;
  private static final int EXPANSION_TLS13 = 255;

  private Limits() {}

  /** Of what a record seals: in TLS 1.3 with a content type (RFC 8446 5.4, RFC 5246 6.2.1). */
  static int plaintext(Dialect dialect) {
    return CONTENT + typeLength(dialect);
  }

  /** What stands with the content under the seal. */
  static int typeLength(Dialect dialect) {
    return dialect.isTls12() ? 0 : TYPE;
  }

  /** Of a record without its header, by what it seals (RFC 8446 5.2, RFC 5246 6.2.3). */
  static int sealed(Dialect dialect, int plaintext) {
    return plaintext + (dialect.isTls12() ? EXPANSION_TLS12 : EXPANSION_TLS13);
  }
}
