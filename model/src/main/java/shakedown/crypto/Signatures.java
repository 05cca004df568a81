package shakedown.crypto;

import java.util.Optional;
import shakedown.wire.SignatureScheme;

/** Signatures of any scheme, with keys as certificates hold them. */
final class Signatures {
  private Signatures() {}

  /** Empty, which no one accepts, where the key doesn't fit the scheme. */
  static byte[] sign(
      PrivateKey key, SignatureScheme scheme, byte[] content, SignatureMethod.Noise noise) {
    return SignatureMethod.of(scheme)
        .filter(_ -> scheme.fits(key.type()))
        .map(method -> method.sign(key.key(), content, noise))
        .orElseGet(() -> new byte[0]);
  }

  /** False for what is no key, fits no scheme, or is no signature. */
  static boolean verifies(
      byte[] publicKey, SignatureScheme scheme, byte[] content, byte[] signature) {
    Optional<PublicKey> key = PublicKey.of(publicKey).filter(its -> scheme.fits(its.type()));
    return key.isPresent()
        && SignatureMethod.of(scheme)
            .filter(method -> method.verifies(key.get().key(), content, signature))
            .isPresent();
  }
}
