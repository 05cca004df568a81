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

  /**
   * The same with zeros behind it, where the version has a place for them.
   *
   * @param padding how many (RFC 8446 5.4)
   */
  default Octets seal(long sequence, int type, Octets content, int padding) {
    return seal(sequence, type, content);
  }

  /** Nothing if it does not open. */
  Optional<Opened> open(long sequence, Octets record);

  /**
   * What was in a record.
   *
   * @param type 0 where there was nothing but padding (RFC 8446 5.4)
   * @param length of all that was sealed: in TLS 1.3 with content type and padding
   */
  record Opened(int type, Octets content, int length) {
    /** Of a record that had nothing beside its content. */
    public Opened(int type, Octets content) {
      this(type, content, Octets.length(content));
    }
  }
}
