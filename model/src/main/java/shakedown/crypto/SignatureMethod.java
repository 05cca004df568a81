package shakedown.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import shakedown.wire.SignatureScheme;

/** How something is signed. A key that doesn't fit is a caller's mistake, or a class cast. */
sealed interface SignatureMethod permits Ecdsa, PureSignature, RsaPss, RsaPkcs1 {
  /**
   * The same octets for the same arguments.
   *
   * @param noise takes the place of what a method wants at random
   */
  byte[] sign(AsymmetricKeyParameter key, byte[] content, Noise noise);

  /** False for octets that are no signature at all. */
  boolean verifies(AsymmetricKeyParameter key, byte[] content, byte[] signature);

  /** Octets that an observer can't tell from random ones. */
  @FunctionalInterface
  interface Noise {
    byte[] octets(int length);
  }

  /** Nothing for a scheme that the model doesn't know, or that the algebra refuses. */
  static Optional<SignatureMethod> of(SignatureScheme scheme) {
    return Optional.ofNullable(SignatureMethods.BY_SCHEME.get(scheme));
  }
}
