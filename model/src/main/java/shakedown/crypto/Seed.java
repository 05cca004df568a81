package shakedown.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import shakedown.wire.Hash;

/**
 * Where all random octets of one endpoint in one session come from: the same seed and label, the
 * same octets.
 *
 * @param session a number that no other session of the endpoint has
 */
public record Seed(long seed, String endpoint, long session) {
  private static final byte[] NOTHING = new byte[0];

  /** Octets of this name. */
  byte[] octets(String label, int length) {
    return octets(label, NOTHING, length);
  }

  /** Octets of this name and input: HKDF-Expand with the seed as its key (RFC 5869 2.3). */
  byte[] octets(String label, byte[] input, int length) {
    byte[] name = label.getBytes(UTF_8);
    byte[] nameLength = ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array();
    byte[] out = new byte[length];
    byte[] block = NOTHING;
    for (int at = 0, counter = 1; at < length; at += block.length, counter++) {
      byte[] count = {(byte) counter};
      block = Hashing.hmac(Hash.SHA256, key(), block, nameLength, name, input, count);
      System.arraycopy(block, 0, out, at, Math.min(block.length, length - at));
    }
    return out;
  }

  /** Of another handshake in the same session. */
  Seed again() {
    return new Seed(seed, endpoint + "'", session);
  }

  private byte[] key() {
    byte[] name = endpoint.getBytes(UTF_8);
    return ByteBuffer.allocate(2 * Long.BYTES + name.length)
        .putLong(seed)
        .putLong(session)
        .put(name)
        .array();
  }
}
