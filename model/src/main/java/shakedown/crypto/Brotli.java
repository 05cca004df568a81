package shakedown.crypto;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** RFC 7932. */
record Brotli() implements Compressor {
  private static final Encoder.Parameters BEST =
      new Encoder.Parameters().setQuality(11).setWindow(22);

  static {
    Brotli4jLoader.ensureAvailability();
  }

  @Override
  public byte[] compress(byte[] plain) {
    try {
      return Encoder.compress(plain, BEST);
    } catch (IOException e) {
      throw new AssertionError("compressing failed", e);
    }
  }

  @Override
  public Optional<byte[]> decompress(byte[] compressed, int length) {
    // One octet more than declared, so that what is too long shows.
    var in = new ByteArrayInputStream(compressed);
    try (var stream = new BrotliInputStream(in)) {
      byte[] out = stream.readNBytes(length + 1);
      return out.length == length && in.available() == 0 ? Optional.of(out) : Optional.empty();
    } catch (IOException garbled) {
      return Optional.empty();
    }
  }
}
