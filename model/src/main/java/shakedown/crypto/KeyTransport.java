package shakedown.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Octets;
import shakedown.wire.Version;

/** RSA-encrypted premaster secrets (RFC 5246 7.4.7.1, RFC 8017 7.2). */
final class KeyTransport {
  static final int PREMASTER_LENGTH = 48;

  /** A modulus and an exponent of zero. */
  static final Octets NO_TEMPORARY_KEY = Octets.of(new byte[] {0, 1, 0, 0, 1, 0});

  /** Two zeros and a type around at least eight octets of padding. */
  private static final int LEAST_PADDING = 11;

  private KeyTransport() {}

  /** A premaster secret that begins with the version (RFC 5246 7.4.7.1). */
  static byte[] premaster(Version offered, byte[] random) {
    byte[] premaster = random.clone();
    premaster[0] = (byte) (offered.code() >> 8);
    premaster[1] = (byte) offered.code();
    return premaster;
  }

  /** Two secrets, each with its length before it (RFC 4279 2). */
  static byte[] joined(byte[] other, byte[] key) {
    return ByteBuffer.allocate(2 * Short.BYTES + other.length + key.length)
        .putShort((short) other.length)
        .put(other)
        .putShort((short) key.length)
        .put(key)
        .array();
  }

  /**
   * Empty if the key is too short for the secret.
   *
   * @param random from which the padding comes, as long as the modulus
   */
  static byte[] encrypt(AsymmetricKeyParameter key, byte[] premaster, byte[] random) {
    int length = random.length;
    int start = length - premaster.length;
    if (start < LEAST_PADDING) {
      return new byte[0];
    }
    byte[] block = random.clone();
    for (int i = 2; i < start - 1; i++) {
      // Padding has no zeros: the first one ends it.
      block[i] |= (byte) (block[i] == 0 ? 1 : 0);
    }
    block[0] = 0;
    block[1] = 2;
    block[start - 1] = 0;
    System.arraycopy(premaster, 0, block, start, premaster.length);
    return Rsa.apply(key, block).orElse(new byte[0]);
  }

  /**
   * The secret, or the other one where it was not padded rightly or begins with another version.
   * One path for all that an attacker may send, since a difference is what Bleichenbacher asks for.
   *
   * @param key of 1024 bits or more
   * @param offered null for any version
   * @param other a random premaster secret
   */
  static byte[] decrypt(
      AsymmetricKeyParameter key, @Nullable Version offered, byte[] encrypted, byte[] other) {
    byte[] block = Rsa.apply(key, encrypted).orElseGet(() -> new byte[Rsa.length(key)]);
    int start = block.length - PREMASTER_LENGTH;
    int wrong = block[0] | (block[1] ^ 2) | block[start - 1];
    if (offered != null) {
      wrong |= block[start] ^ (byte) (offered.code() >> 8);
      wrong |= block[start + 1] ^ (byte) offered.code();
    }
    for (int i = 2; i < start - 1; i++) {
      wrong |= ((block[i] & 0xff) - 1) >>> 31;
    }
    byte mask = (byte) -((wrong | -wrong) >>> 31);
    byte[] secret = Arrays.copyOfRange(block, start, block.length);
    for (int i = 0; i < PREMASTER_LENGTH; i++) {
      secret[i] = (byte) ((secret[i] & ~mask) | (other[i] & mask));
    }
    return offered == null ? secret : premaster(offered, secret);
  }
}
