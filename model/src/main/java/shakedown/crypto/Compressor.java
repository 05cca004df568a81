package shakedown.crypto;

import java.util.Optional;
import shakedown.wire.CompressionAlgorithm;

/**
 * A compression at its best level: a server compresses its chain once, then sends it often. The
 * libraries are pinned and bundled, so sizes are the same everywhere.
 */
sealed interface Compressor permits Zlib, Brotli, Zstd {
  byte[] compress(byte[] plain);

  /**
   * Nothing unless the octets decompress to exactly this length; never makes more.
   *
   * @param length in octets
   */
  Optional<byte[]> decompress(byte[] compressed, int length);

  /** Nothing for an algorithm that the model doesn't know. */
  static Optional<Compressor> of(CompressionAlgorithm algorithm) {
    return switch (algorithm.code()) {
      case 1 -> Optional.of(new Zlib());
      case 2 -> Optional.of(new Brotli());
      case 3 -> Optional.of(new Zstd());
      default -> Optional.empty();
    };
  }
}
