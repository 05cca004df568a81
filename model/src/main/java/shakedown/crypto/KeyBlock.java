package shakedown.crypto;

import java.util.Arrays;
import shakedown.wire.Octets;
import shakedown.wire.RecordCipher;
import shakedown.wire.Role;

/** What one side has of the key block (RFC 5246 6.3). */
record KeyBlock(Keys keys) {
  byte[] macKey() {
    return part(0, cipher().macKeyLength());
  }

  byte[] key() {
    return part(2 * cipher().macKeyLength(), cipher().keyLength());
  }

  byte[] fixedIv() {
    return part(2 * (cipher().macKeyLength() + cipher().keyLength()), cipher().fixedIvLength());
  }

  private RecordCipher cipher() {
    return keys.suite().cipher();
  }

  /**
   * One of two equal parts, as the writer is client or server. What a block too short for it lacks
   * is zeros: a constant may stand for a skipped message.
   */
  private byte[] part(int both, int length) {
    int from = both + (keys.writer() == Role.CLIENT ? 0 : length);
    byte[] block = Arrays.copyOf(Octets.bytes(keys.secret()), from + length);
    return Arrays.copyOfRange(block, from, from + length);
  }
}
