package shakedown.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import shakedown.wire.Hash;
import shakedown.wire.RecordCipher;
import shakedown.wire.Version;

/** AES-CBC and HMAC as TLS 1.2 takes them (RFC 5246 6.2.3.1 and 6.2.3.2), in no order yet. */
final class CbcAndMac {
  /** Octets of a block and of an IV. */
  static final int BLOCK = 16;

  private final Hash hash;
  private final byte[] macKey;
  private final byte[] key;

  CbcAndMac(Keys keys) {
    KeyBlock block = new KeyBlock(keys);
    hash = hash(keys.suite().cipher());
    macKey = block.macKey();
    key = block.key();
  }

  private static Hash hash(RecordCipher cipher) {
    return switch (cipher) {
      case AES_128_CBC_SHA, AES_256_CBC_SHA -> Hash.SHA1;
      case AES_128_CBC_SHA256, AES_256_CBC_SHA256 -> Hash.SHA256;
      case AES_256_CBC_SHA384 -> Hash.SHA384;
      default -> throw new IllegalArgumentException(cipher + " is no CBC with a MAC");
    };
  }

  /** Octets of a MAC. */
  int macLength() {
    return hash.length();
  }

  byte[] mac(long sequence, int type, byte[] fragment) {
    return Hashing.hmac(
        hash,
        macKey,
        Headers.associated(Version.TLS12.code(), sequence, type, fragment.length),
        fragment);
  }

  /** Pads and encrypts; the IV, which comes from key and place, goes before it. */
  byte[] encrypt(long sequence, byte[] plain) {
    int padding = BLOCK - plain.length % BLOCK;
    byte[] padded = Arrays.copyOf(plain, plain.length + padding);
    Arrays.fill(padded, plain.length, padded.length, (byte) (padding - 1));
    byte[] place = ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    byte[] iv = Arrays.copyOf(Hashing.hmac(Hash.SHA256, key, place), BLOCK);
    return Hashing.concat(iv, run(Cipher.ENCRYPT_MODE, iv, padded));
  }

  /** Whether it is an IV and at least a block, and whole blocks. */
  boolean isWhole(byte[] encrypted) {
    return encrypted.length % BLOCK == 0 && encrypted.length >= 2 * BLOCK;
  }

  /**
   * The octets with their padding.
   *
   * @param encrypted whole
   */
  byte[] decrypt(byte[] encrypted) {
    byte[] iv = Arrays.copyOf(encrypted, BLOCK);
    return run(Cipher.DECRYPT_MODE, iv, Arrays.copyOfRange(encrypted, BLOCK, encrypted.length));
  }

  private byte[] run(int mode, byte[] iv, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has AES, and the blocks are whole", e);
    }
  }

  /**
   * How many octets the padding takes with its length; none if it is wrong or leaves no room.
   *
   * @param least octets that are no padding
   */
  static int padding(byte[] padded, int least) {
    int length = 1 + (padded[padded.length - 1] & 0xff);
    if (length + least > padded.length) {
      return 0;
    }
    int wrong = 0;
    for (int i = padded.length - length; i < padded.length; i++) {
      wrong |= (padded[i] & 0xff) ^ (length - 1);
    }
    return wrong == 0 ? length : 0;
  }
}
