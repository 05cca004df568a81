package shakedown.pki;

import shakedown.crypto.Crypto;
import shakedown.wire.KeyType;
import shakedown.wire.Remembered;
import shakedown.wire.Value;

/** A raw public key as it came: it says nothing of whose it is (RFC 7250 3). */
public record BareKey(Value publicKey, KeyType keyType) implements Evidence {
  @Override
  public String name(Trust trust, Crypto crypto) {
    return trust.whose(publicKey, crypto).orElse(Remembered.ANYONE);
  }
}
