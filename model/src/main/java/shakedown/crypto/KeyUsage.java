package shakedown.crypto;

/** What a certificate allows its key to do, by the number of its bit (RFC 5280 4.2.1.3). */
public enum KeyUsage {
  DIGITAL_SIGNATURE(0, "digitalSignature"),
  NON_REPUDIATION(1, "nonRepudiation"),
  KEY_ENCIPHERMENT(2, "keyEncipherment"),
  DATA_ENCIPHERMENT(3, "dataEncipherment"),
  KEY_AGREEMENT(4, "keyAgreement"),
  KEY_CERT_SIGN(5, "keyCertSign"),
  CRL_SIGN(6, "cRLSign"),
  ENCIPHER_ONLY(7, "encipherOnly"),
  DECIPHER_ONLY(8, "decipherOnly");

  private final int bit;
  private final String spelling;

  KeyUsage(int bit, String spelling) {
    this.bit = bit;
    this.spelling = spelling;
  }

  /** Its bit in a bit string, whose octets are counted from the lowest of a number. */
  int mask() {
    return (0x80 >> bit % Byte.SIZE) << (bit / Byte.SIZE * Byte.SIZE);
  }

  @Override
  public String toString() {
    return spelling;
  }
}
