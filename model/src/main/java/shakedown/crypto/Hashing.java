package shakedown.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import shakedown.wire.Hash;

/** Hashes, and what is made of HMAC: HKDF (RFC 5869) and the PRF of TLS 1.2 (RFC 5246 5). */
final class Hashing {
  /** Of the labels of TLS 1.3 (RFC 8446 7.1). */
  static final String PREFIX = "tls13 ";

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
    Digest function = function(hash);
    for (byte[] part : parts) {
      function.update(part, 0, part.length);
    }
    byte[] out = new byte[hash.length()];
    function.doFinal(out, 0);
    return out;
  }

  static byte[] hmac(Hash hash, byte[] key, byte[]... parts) {
    Mac function = new HMac(function(hash));
    function.init(new KeyParameter(key));
    for (byte[] part : parts) {
      function.update(part, 0, part.length);
    }
    byte[] out = new byte[hash.length()];
    function.doFinal(out, 0);
    return out;
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
