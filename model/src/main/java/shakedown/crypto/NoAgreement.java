package shakedown.crypto;

/** A group that the algebra doesn't know, or refuses: nothing is a share of it. */
record NoAgreement() implements KeyAgreement {
  @Override
  public byte[] share(byte[] secret) {
    return new byte[0];
  }

  @Override
  public boolean isShare(byte[] share) {
    return false;
  }

  @Override
  public byte[] agree(byte[] secret, byte[] share) {
    return new byte[0];
  }
}
