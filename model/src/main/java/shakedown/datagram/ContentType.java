package shakedown.datagram;

/** What a record holds (RFC 9147 4). */
final class ContentType {
  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION_DATA = 23;
  static final int ACK = 26;

  private ContentType() {}
}
