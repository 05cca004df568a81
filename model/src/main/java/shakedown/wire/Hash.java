package shakedown.wire;

/** A hash function of a cipher suite. */
public enum Hash {
  SHA256(32),
  SHA384(48);

  private final int length;

  Hash(int length) {
    this.length = length;
  }

  /** In octets. */
  public int length() {
    return length;
  }
}
