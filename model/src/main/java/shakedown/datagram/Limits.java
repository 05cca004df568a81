package shakedown.datagram;

/** How much is kept of what came, and for how long. */
final class Limits {
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
