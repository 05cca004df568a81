package shakedown.crypto;

import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import java.util.Optional;

/** RFC 8878. */
record Zstd() implements Compressor {
  private static final int LEVEL = 19;

  @Override
  public byte[] compress(byte[] plain) {
    return com.github.luben.zstd.Zstd.compress(plain, LEVEL);
  }

  @Override
  public Optional<byte[]> decompress(byte[] compressed, int length) {
    // One octet more than declared, so that what is too long shows.
    byte[] out = new byte[length + 1];
    try {
      long made = com.github.luben.zstd.Zstd.decompress(out, compressed);
      return made == length ? Optional.of(Arrays.copyOf(out, length)) : Optional.empty();
    } catch (ZstdException garbled) {
      return Optional.empty();
    }
  }
}
