package shakedown.crypto;

import shakedown.wire.Octets;

/** How two sides come to a secret; total, since a waived check lets anything come this far. */
sealed interface KeyAgreement permits Curve, Montgomery, FiniteField, Hybrid, NoAgreement {
  /** The first share, the public half of the secret. */
  byte[] share(byte[] secret);

  /** Whether this is a first share that leads to a secret. */
  boolean isShare(byte[] share);

  /** Whether this is a second share that leads to a secret. */
  default boolean isAnswer(byte[] share) {
    return isShare(share);
  }

  /** The second share, and what it makes with the first. */
  default Answer answer(byte[] secret, byte[] share) {
    return new Answer(Octets.of(share(secret)), Octets.of(agree(secret, share)));
  }

  /** What the secret makes with the second share: zeros where that is none. */
  byte[] agree(byte[] secret, byte[] share);
}
