package shakedown.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import shakedown.wire.Hash;
import shakedown.wire.SignatureScheme;

/** How something is signed. A key that doesn't fit is a caller's mistake, or a class cast. */
sealed interface SignatureMethod permits Ecdsa, EdDsa, RsaPss, RsaPkcs1 {
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

  /** Nothing for a scheme that the model doesn't know. */
  static Optional<SignatureMethod> of(SignatureScheme scheme) {
    return switch (scheme.code()) {
      case 0x0401 -> Optional.of(new RsaPkcs1(Hash.SHA256));
      case 0x0403 -> Optional.of(new Ecdsa(Hash.SHA256));
      case 0x0501 -> Optional.of(new RsaPkcs1(Hash.SHA384));
      case 0x0804 -> Optional.of(new RsaPss(Hash.SHA256));
      case 0x0805 -> Optional.of(new RsaPss(Hash.SHA384));
      case 0x0807 -> Optional.of(new EdDsa());
      default -> Optional.empty();
    };
  }
}
