package shakedown.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import shakedown.wire.Hash;

/** Hashes, and what is made of HMAC: HKDF (RFC 5869) and the PRF of TLS 1.2 (RFC 5246 5). */
final class Hashing {
  /** Of the labels of TLS 1.3 (RFC 8446 7.1). */
  static final String PREFIX = "tls13 ";

  /** Octets of a block (FIPS 180-4 1), and what HMAC masks a key with. */
  private static final int SHORT_BLOCK = 64;

  private static final int LONG_BLOCK = 128;
  private static final int INNER = 0x36;
  private static final int OUTER = 0x5c;

  private Hashing() {}

  static Digest function(Hash hash) {
    return switch (hash) {
      case SHA1 -> new SHA1Digest();
      case SHA256 -> new SHA256Digest();
      case SHA384 -> new SHA384Digest();
      case SHA512 -> new SHA512Digest();
    };
  }

  static byte[] digest(Hash hash, byte[]... parts) {
    MessageDigest function = ofTheJdk(hash);
    for (byte[] part : parts) {
      function.update(part);
    }
    return function.digest();
  }

  /** RFC 2104 2. The JDK's own would refuse an empty key. */
  static byte[] hmac(Hash hash, byte[] key, byte[]... parts) {
    MessageDigest function = ofTheJdk(hash);
    int blockLength = hash.length() <= Hash.SHA256.length() ? SHORT_BLOCK : LONG_BLOCK;
    byte[] padded = Arrays.copyOf(key.length > blockLength ? digest(hash, key) : key, blockLength);
    function.update(masked(padded, INNER));
    for (byte[] part : parts) {
      function.update(part);
    }
    byte[] inner = function.digest();
    function.update(masked(padded, OUTER));
    return function.digest(inner);
  }

  private static byte[] masked(byte[] key, int mask) {
    byte[] out = new byte[key.length];
    for (int i = 0; i < key.length; i++) {
      out[i] = (byte) (key[i] ^ mask);
    }
    return out;
  }

  /** The same function as {@link #function}, but that processors have instructions for it. */
  private static MessageDigest ofTheJdk(Hash hash) {
    try {
      return MessageDigest.getInstance(
          switch (hash) {
            case SHA1 -> "SHA-1";
            case SHA256 -> "SHA-256";
            case SHA384 -> "SHA-384";
            case SHA512 -> "SHA-512";
          });
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has it", e);
    }
  }

  /**
   * HKDF-Expand-Label (RFC 8446 7.1).
   *
   * @param length in octets, at most 255 times that of the hash
   */
  static byte[] expandLabel(Hash hash, byte[] secret, String label, byte[] context, int length) {
    return expandFullLabel(hash, secret, PREFIX + label, context, length);
  }

  /** The same with a label that has its prefix (RFC 9147 5.9). */
  static byte[] expandFullLabel(
      Hash hash, byte[] secret, String label, byte[] context, int length) {
    return expand(hash, secret, fullyLabelled(label, context, length), length);
  }

  /** HKDF-Expand (RFC 5869 2.3). */
  static byte[] expand(Hash hash, byte[] secret, byte[] info, int length) {
    byte[] out = new byte[length];
    byte[] block = new byte[0];
    for (int at = 0, counter = 1; at < length; at += block.length, counter++) {
      block = hmac(hash, secret, block, info, new byte[] {(byte) counter});
      System.arraycopy(block, 0, out, at, Math.min(block.length, length - at));
    }
    return out;
  }

  /** HkdfLabel of RFC 8446 7.1. */
  static byte[] labelled(String label, byte[] context, int length) {
    return fullyLabelled(PREFIX + label, context, length);
  }

  private static byte[] fullyLabelled(String label, byte[] context, int length) {
    byte[] full = label.getBytes(US_ASCII);
    return ByteBuffer.allocate(4 + full.length + context.length)
        .putShort((short) length)
        .put((byte) full.length)
        .put(full)
        .put((byte) context.length)
        .put(context)
        .array();
  }

  /** P_hash of RFC 5246 5. */
  static byte[] prf(Hash hash, byte[] secret, String label, byte[] seed, int length) {
    byte[] labelAndSeed = concat(label.getBytes(US_ASCII), seed);
    byte[] out = new byte[length];
    byte[] a = labelAndSeed;
    for (int at = 0; at < length; at += hash.length()) {
      a = hmac(hash, secret, a);
      byte[] block = hmac(hash, secret, a, labelAndSeed);
      System.arraycopy(block, 0, out, at, Math.min(block.length, length - at));
    }
    return out;
  }

  /**
   * As many octets as wanted of a secret's, one sequence for each label: HKDF-Expand (RFC 5869
   * 2.3).
   *
   * @param length in octets, at most 255 times that of the hash
   */
  static byte[] stretch(byte[] secret, String label, int length) {
    return expand(Hash.SHA256, secret, label.getBytes(US_ASCII), length);
  }

  static byte[] concat(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      out.put(part);
    }
    return out.array();
  }
}
