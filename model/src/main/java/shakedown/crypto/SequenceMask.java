package shakedown.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.ChaChaEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import shakedown.wire.RecordCipher;

/** What hides the number of a record: made of the start of its ciphertext (RFC 9147 4.2.3). */
final class SequenceMask {
  /** Octets of ciphertext that it is made of. */
  static final int SAMPLE_LENGTH = 16;

  private static final int ROUNDS = 20;

  /** The words that a block of ChaCha20 begins with (RFC 8439 2.3). */
  private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

  private final RecordCipher cipher;
  private final byte[] key;

  /**
   * Of records that this cipher protects.
   *
   * @param key as long as the cipher wants it
   */
  SequenceMask(RecordCipher cipher, byte[] key) {
    this.cipher = cipher;
    this.key = key;
  }

  /** As many octets as any number has. */
  byte[] over(byte[] sealed) {
    byte[] sample = Arrays.copyOf(sealed, SAMPLE_LENGTH);
    return cipher == RecordCipher.CHACHA20_POLY1305 ? chaCha(sample) : aes(sample);
  }

  private byte[] aes(byte[] sample) {
    byte[] out = new byte[SAMPLE_LENGTH];
    BlockCipher block = AESEngine.newInstance();
    block.init(true, new KeyParameter(key));
    block.processBlock(sample, 0, out, 0);
    return out;
  }

  /** The sample is a counter and a nonce, which stand side by side in the block. */
  private byte[] chaCha(byte[] sample) {
    ByteBuffer words = ByteBuffer.wrap(Hashing.concat(key, sample)).order(ByteOrder.LITTLE_ENDIAN);
    int[] block = Arrays.copyOf(CONSTANTS, CONSTANTS.length + words.capacity() / Integer.BYTES);
    for (int i = CONSTANTS.length; i < block.length; i++) {
      block[i] = words.getInt();
    }
    int[] out = new int[block.length];
    ChaChaEngine.chachaCore(ROUNDS, block, out);
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(out[0]).array();
  }
}
