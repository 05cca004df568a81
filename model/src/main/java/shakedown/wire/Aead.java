package shakedown.wire;

/** A record protection of a cipher suite (RFC 5116, RFC 8439). */
public enum Aead {
  AES_128_GCM(16),
  AES_256_GCM(32),
  CHACHA20_POLY1305(32);

  /** Octets of an authentication tag. */
  public static final int TAG_LENGTH = 16;

  private final int keyLength;

  Aead(int keyLength) {
    this.keyLength = keyLength;
  }

  /** In octets. */
  public int keyLength() {
    return keyLength;
  }

  /** Octets of a nonce that TLS 1.2 takes from its key block (RFC 5288 3, RFC 7905 2). */
  public int fixedNonceLength() {
    return this == CHACHA20_POLY1305 ? 12 : 4;
  }
}
