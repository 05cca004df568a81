package shakedown.record;

import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ChangeCipherSpec;

/** What a record holds (RFC 8446 5.1). */
final class ContentType {
  /** That of a record of zeros (RFC 8446 5.4). */
  static final int NONE = 0;

  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION_DATA = 23;

  private ContentType() {}

  static boolean isKnown(int type) {
    return CHANGE_CIPHER_SPEC <= type && type <= APPLICATION_DATA;
  }

  static int of(Message message) {
    return switch (message) {
      case ChangeCipherSpec _ -> CHANGE_CIPHER_SPEC;
      case AlertMessage _ -> ALERT;
      case ApplicationData _ -> APPLICATION_DATA;
      default -> HANDSHAKE;
    };
  }
}
