package shakedown.wire;

/** What protects the records of a cipher suite; what has a hash in its name has a MAC of it. */
public enum RecordCipher {
  /** RFC 5116 5.1, RFC 5288 3. */
  AES_128_GCM(Sort.AEAD, 16, 4, 16),
  AES_256_GCM(Sort.AEAD, 32, 4, 16),
  /** RFC 5116 5.3, RFC 6655 3. */
  AES_128_CCM(Sort.AEAD, 16, 4, 16),
  /** With half a tag (RFC 6655 4). */
  AES_128_CCM_8(Sort.AEAD, 16, 4, 8),
  /** RFC 8439, RFC 7905 2. */
  CHACHA20_POLY1305(Sort.AEAD, 32, 12, 16),
  /** RFC 5246 6.2.3.2. */
  AES_128_CBC_SHA(Sort.CBC, 16, 0, 20),
  AES_128_CBC_SHA256(Sort.CBC, 16, 0, 32),
  AES_256_CBC_SHA(Sort.CBC, 32, 0, 20),
  AES_256_CBC_SHA256(Sort.CBC, 32, 0, 32),
  AES_256_CBC_SHA384(Sort.CBC, 32, 0, 48),
  /** Hides nothing (RFC 5246 6.2.3.1). */
  NULL_SHA256(Sort.WEAK, 0, 0, 32),
  /** RFC 2246 A.5; RFC 7465 forbids it. */
  RC4_40_MD5(Sort.WEAK, 16, 0, 16),
  /** RFC 2246 A.5. */
  DES40_CBC_SHA(Sort.WEAK, 8, 0, 20);

  private enum Sort {
    AEAD,
    CBC,
    WEAK
  }

  private final Sort sort;
  private final int keyLength;
  private final int fixedIvLength;
  private final int tagLength;

  RecordCipher(Sort sort, int keyLength, int fixedIvLength, int tagLength) {
    this.sort = sort;
    this.keyLength = keyLength;
    this.fixedIvLength = fixedIvLength;
    this.tagLength = tagLength;
  }

  /** Whether it encrypts and authenticates in one (RFC 5116). */
  public boolean isAead() {
    return sort == Sort.AEAD;
  }

  /** Whether it encrypts in blocks, so that a MAC may go around them (RFC 7366 3). */
  public boolean isBlock() {
    return sort == Sort.CBC || this == DES40_CBC_SHA;
  }

  /** Whether anyone can read or change what it protects. */
  public boolean isWeak() {
    return sort == Sort.WEAK;
  }

  /** In octets. */
  public int keyLength() {
    return keyLength;
  }

  /** Octets of a nonce that TLS 1.2 takes from its key block (RFC 5288 3, RFC 7905 2). */
  public int fixedIvLength() {
    return fixedIvLength;
  }

  /** Octets of an authentication tag or a MAC. */
  public int tagLength() {
    return tagLength;
  }

  /** Octets of the key of a separate MAC (RFC 5246 6.3); 0 if there is none. */
  public int macKeyLength() {
    return isAead() ? 0 : tagLength;
  }

  /** Octets of the keys of both sides (RFC 5246 6.3). */
  public int keyBlockLength() {
    return 2 * (macKeyLength() + keyLength + fixedIvLength);
  }
}
