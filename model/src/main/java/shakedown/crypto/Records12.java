package shakedown.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import shakedown.wire.Octets;
import shakedown.wire.RecordCipher;
import shakedown.wire.Version;

/** Records of TLS 1.2: with a nonce beside them (RFC 5288 3) or a counted one (RFC 7905 2). */
final class Records12 implements RecordProtection {
  private final Sealing sealing;
  private final byte[] fixed;
  private final int explicitLength;
  private final int tagLength;
  private final int version;

  Records12(Keys keys) {
    this(keys, Version.TLS12.code());
  }

  /**
   * Records under a version that their tag covers.
   *
   * @param version a code point
   */
  Records12(Keys keys, int version) {
    this.version = version;
    RecordCipher cipher = keys.suite().cipher();
    KeyBlock block = new KeyBlock(keys);
    sealing = new Sealing(cipher, block.key());
    fixed = block.fixedIv();
    tagLength = cipher.tagLength();
    explicitLength = Sealing.NONCE_LENGTH - fixed.length;
  }

  @Override
  public Octets seal(long sequence, int type, Octets content) {
    byte[] plain = Octets.bytes(content);
    byte[] nonce =
        explicitLength == 0
            ? Headers.nonce(fixed, sequence)
            : ByteBuffer.allocate(Sealing.NONCE_LENGTH).put(fixed).putLong(sequence).array();
    byte[] explicit = Arrays.copyOfRange(nonce, fixed.length, nonce.length);
    byte[] sealed =
        sealing.seal(nonce, Headers.associated(version, sequence, type, plain.length), plain);
    byte[] header = Headers.of(type, explicit.length + sealed.length);
    return Octets.of(Hashing.concat(header, explicit, sealed));
  }

  @Override
  public Optional<Opened> open(long sequence, Octets record) {
    byte[] whole = Octets.bytes(record);
    int start = Headers.LENGTH + explicitLength;
    int plainLength = whole.length - start - tagLength;
    if (!Headers.isWhole(whole) || plainLength < 0) {
      return Optional.empty();
    }
    byte[] explicit = Arrays.copyOfRange(whole, Headers.LENGTH, start);
    byte[] nonce =
        explicitLength == 0 ? Headers.nonce(fixed, sequence) : Hashing.concat(fixed, explicit);
    int type = whole[0] & 0xff;
    byte[] body = Arrays.copyOfRange(whole, start, whole.length);
    return sealing
        .open(nonce, Headers.associated(version, sequence, type, plainLength), body)
        .map(plain -> new Opened(type, Octets.of(plain)));
  }
}
