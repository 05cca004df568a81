package shakedown.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import shakedown.wire.RecordCipher;

/** Authenticated encryption under one key (RFC 5116, RFC 8439). */
final class Sealing {
  static final int NONCE_LENGTH = 12;

  private final RecordCipher algorithm;
  private final byte[] key;

  /**
   * Seals and opens under this key.
   *
   * @param key as long as the algorithm wants it
   */
  Sealing(RecordCipher algorithm, byte[] key) {
    this.algorithm = algorithm;
    this.key = key;
  }

  /** The ciphertext with its tag. */
  byte[] seal(byte[] nonce, byte[] header, byte[] plain) {
    AEADCipher cipher = cipher(true, nonce, header);
    return run(cipher, plain)
        .orElseThrow(() -> new AssertionError("sealing checks no tag, so it can't fail"));
  }

  /** Nothing if the tag is wrong. */
  Optional<byte[]> open(byte[] nonce, byte[] header, byte[] sealed) {
    return run(cipher(false, nonce, header), sealed);
  }

  private AEADCipher cipher(boolean seals, byte[] nonce, byte[] header) {
    AEADCipher cipher =
        switch (algorithm) {
          case AES_128_GCM, AES_256_GCM -> GCMBlockCipher.newInstance(AESEngine.newInstance());
          case AES_128_CCM, AES_128_CCM_8 -> CCMBlockCipher.newInstance(AESEngine.newInstance());
          case CHACHA20_POLY1305 -> new ChaCha20Poly1305();
          default -> throw new IllegalArgumentException(algorithm + " is no AEAD");
        };
    int tagBits = Byte.SIZE * algorithm.tagLength();
    cipher.init(seals, new AEADParameters(new KeyParameter(key), tagBits, nonce, header));
    return cipher;
  }

  private static Optional<byte[]> run(AEADCipher cipher, byte[] text) {
    byte[] out = new byte[cipher.getOutputSize(text.length)];
    try {
      int done = cipher.processBytes(text, 0, text.length, out, 0);
      cipher.doFinal(out, done);
      return Optional.of(out);
    } catch (InvalidCipherTextException wrongTag) {
      return Optional.empty();
    }
  }
}
