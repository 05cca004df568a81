package shakedown.datagram;

import shakedown.wire.Extension.MaxFragmentLength;

/** How much is kept of what came, and for how long. */
final class Limits {
  /** A content type under the seal: in DTLS 1.3 it counts (RFC 8449 4), in 1.2 it is to spare. */
  static final int TYPE = 1;

  /** Of the plaintext of a record (RFC 8446 5.4). */
  static final int RECORD = MaxFragmentLength.LARGEST + TYPE;

  /** Of a handshake message, in octets; as over streams. */
  static final int MESSAGE = 1 << 17;

  /** Octets of all messages that are not whole or not due yet. */
  static final int WAITING = 1 << 17;

  /** How far ahead of the next message one may be. */
  static final int AHEAD = 16;

  /** Places of one message where octets are missing. */
  static final int GAPS = 256;

  /** Records that came before their keys. */
  static final int EARLY_RECORDS = 32;

  /** Epochs whose keys are kept: that of the last flight, that of now, and those between. */
  static final int EPOCHS = 4;

  /** Records that one ACK tells of. */
  static final int ACKNOWLEDGED = 64;

  private Limits() {}
}
