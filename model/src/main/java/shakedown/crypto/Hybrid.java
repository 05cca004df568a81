package shakedown.crypto;

import static shakedown.wire.Octets.bytes;

import java.util.Arrays;
import shakedown.wire.Octets;

/**
 * A curve and a key encapsulation beside each other (draft-ietf-tls-ecdhe-mlkem 4): the first share
 * is a key, the second a ciphertext.
 *
 * @param curveLength octets of a share of the curve
 * @param curveFirst whether the curve's half comes first in shares and secrets
 */
record Hybrid(KeyAgreement curve, int curveLength, MlKem kem, boolean curveFirst)
    implements KeyAgreement {
  @Override
  public byte[] share(byte[] secret) {
    return joined(curve.share(curveSecret(secret)), kem.key(seed(secret)));
  }

  @Override
  public boolean isShare(byte[] share) {
    return share.length == curveLength + kem.keyLength()
        && curve.isShare(curvePart(share))
        && kem.isKey(kemPart(share));
  }

  @Override
  public boolean isAnswer(byte[] share) {
    return share.length == curveLength + kem.ciphertextLength() && curve.isShare(curvePart(share));
  }

  @Override
  public Answer answer(byte[] secret, byte[] share) {
    Answer first = curve.answer(curveSecret(secret), curvePart(share));
    byte[] random = Hashing.stretch(secret, "encapsulation", MlKem.SECRET_LENGTH);
    Answer second = kem.encapsulate(kemPart(share), random);
    return new Answer(
        Octets.of(joined(bytes(first.share()), bytes(second.share()))),
        Octets.of(joined(bytes(first.secret()), bytes(second.secret()))));
  }

  @Override
  public byte[] agree(byte[] secret, byte[] share) {
    return joined(
        curve.agree(curveSecret(secret), curvePart(share)),
        kem.decapsulate(seed(secret), kemPart(share)));
  }

  private static byte[] curveSecret(byte[] secret) {
    return Hashing.stretch(secret, "curve", secret.length);
  }

  private static byte[] seed(byte[] secret) {
    return Hashing.stretch(secret, "key", MlKem.SEED_LENGTH);
  }

  private byte[] joined(byte[] ofCurve, byte[] ofKem) {
    return curveFirst ? Hashing.concat(ofCurve, ofKem) : Hashing.concat(ofKem, ofCurve);
  }

  /** Shorter than it should be where the share is. */
  private byte[] curvePart(byte[] share) {
    int kemLength = Math.max(0, share.length - curveLength);
    return curveFirst
        ? Arrays.copyOf(share, share.length - kemLength)
        : Arrays.copyOfRange(share, kemLength, share.length);
  }

  private byte[] kemPart(byte[] share) {
    int kemLength = Math.max(0, share.length - curveLength);
    return curveFirst
        ? Arrays.copyOfRange(share, share.length - kemLength, share.length)
        : Arrays.copyOf(share, kemLength);
  }
}
