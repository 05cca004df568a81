package shakedown.wire;

/** A hash function of a cipher suite or a signature scheme. */
public enum Hash {
  /** In signatures of TLS 1.2 and in MACs only. */
  SHA1(20),
  SHA256(32),
  SHA384(48),
  /** In signatures only. */
  SHA512(64);

  private final int length;

  Hash(int length) {
    this.length = length;
  }

  /** In octets. */
  public int length() {
    return length;
  }
}
