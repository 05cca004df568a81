package shakedown.crypto;

import java.util.Arrays;
import java.util.Optional;
import shakedown.wire.Hash;
import shakedown.wire.Octets;
import shakedown.wire.RecordCipher;

/** Records of TLS 1.3 (RFC 8446 5.2 and 5.3). */
final class Records13 implements RecordProtection {
  private static final byte APPLICATION_DATA = 23;
  private static final byte[] NO_CONTEXT = new byte[0];

  private final Sealing sealing;
  private final byte[] iv;
  private final int tagLength;

  Records13(Keys keys) {
    Hash hash = keys.suite().hash();
    RecordCipher cipher = keys.suite().cipher();
    tagLength = cipher.tagLength();
    byte[] secret = Octets.bytes(keys.secret());
    byte[] key = Hashing.expandLabel(hash, secret, "key", NO_CONTEXT, cipher.keyLength());
    sealing = new Sealing(cipher, key);
    iv = Hashing.expandLabel(hash, secret, "iv", NO_CONTEXT, Sealing.NONCE_LENGTH);
  }

  @Override
  public Octets seal(long sequence, int type, Octets content) {
    return seal(sequence, type, content, 0);
  }

  @Override
  public Octets seal(long sequence, int type, Octets content, int padding) {
    byte[] plain = Octets.bytes(content);
    byte[] inner = Arrays.copyOf(plain, plain.length + 1 + padding);
    inner[plain.length] = (byte) type;
    byte[] header = Headers.of(APPLICATION_DATA, inner.length + tagLength);
    byte[] sealed = sealing.seal(Headers.nonce(iv, sequence), header, inner);
    return Octets.of(Hashing.concat(header, sealed));
  }

  @Override
  public Optional<Opened> open(long sequence, Octets record) {
    byte[] whole = Octets.bytes(record);
    if (!Headers.isWhole(whole) || whole[0] != APPLICATION_DATA) {
      return Optional.empty();
    }
    byte[] header = Arrays.copyOf(whole, Headers.LENGTH);
    byte[] body = Arrays.copyOfRange(whole, Headers.LENGTH, whole.length);
    return sealing.open(Headers.nonce(iv, sequence), header, body).map(Records13::withoutPadding);
  }

  private static Opened withoutPadding(byte[] inner) {
    int end = inner.length - 1;
    while (end >= 0 && inner[end] == 0) {
      end--;
    }
    return end < 0
        ? new Opened(0, Octets.EMPTY, inner.length)
        : new Opened(inner[end] & 0xff, Octets.of(Arrays.copyOf(inner, end)), inner.length);
  }
}
