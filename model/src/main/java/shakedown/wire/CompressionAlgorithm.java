package shakedown.wire;

/** How a certificate message is compressed (RFC 8879 7.3). */
public record CompressionAlgorithm(int code) {
  public static final CompressionAlgorithm ZLIB = new CompressionAlgorithm(1);
  public static final CompressionAlgorithm BROTLI = new CompressionAlgorithm(2);
  public static final CompressionAlgorithm ZSTD = new CompressionAlgorithm(3);

  @Override
  public String toString() {
    return switch (code) {
      case 1 -> "zlib";
      case 2 -> "brotli";
      case 3 -> "zstd";
      default -> "compression " + code;
    };
  }
}
