package shakedown.crypto;

import java.util.Optional;
import shakedown.wire.CipherSuite;
import shakedown.wire.Octets;

/** How the records of one direction and epoch are sealed and opened; pure. */
public interface RecordProtection {
  /** That of the suite; nothing goes out and nothing opens where the algebra refuses it. */
  static RecordProtection of(Keys keys) {
    CipherSuite suite = keys.suite();
    if (!Concrete.speaks(suite)) {
      return new NoRecords();
    }
    if (suite.cipher().isAead()) {
      return suite.isFor13() ? new Records13(keys) : new Records12(keys);
    }
    CbcAndMac cipher = new CbcAndMac(keys);
    return keys.encryptThenMac() ? new RecordsEncryptThenMac(cipher) : new RecordsCbc(cipher);
  }

  /**
   * A whole record with its header.
   *
   * @param sequence how many records were sealed under these keys before
   * @param type a content type (RFC 8446 5.1)
   */
  Octets seal(long sequence, int type, Octets content);

  /** Nothing if it does not open. */
  Optional<Opened> open(long sequence, Octets record);

  /** What was in a record. */
  record Opened(int type, Octets content) {}
}
