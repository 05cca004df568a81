package shakedown.crypto;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.Inflater;
import com.jcraft.jzlib.JZlib;
import java.util.Arrays;
import java.util.Optional;

/** RFC 1950, in pure Java: the zlib of a JDK differs from vendor to vendor. */
record Zlib() implements Compressor {
  /** Octets beside the plain ones, with room to spare: a header, a checksum, stored blocks. */
  private static final int OVERHEAD = 64;

  @Override
  public byte[] compress(byte[] plain) {
    byte[] out = new byte[plain.length + plain.length / 100 + OVERHEAD];
    try {
      var deflater = new Deflater(JZlib.Z_BEST_COMPRESSION);
      deflater.setInput(plain);
      deflater.setOutput(out);
      int status = deflater.deflate(JZlib.Z_FINISH);
      if (status != JZlib.Z_STREAM_END) {
        throw new AssertionError("deflating ended with " + status);
      }
      return Arrays.copyOf(out, (int) deflater.getTotalOut());
    } catch (GZIPException e) {
      throw new AssertionError("deflating failed", e);
    }
  }

  @Override
  public Optional<byte[]> decompress(byte[] compressed, int length) {
    // One octet more than declared, so that what is too long shows.
    byte[] out = new byte[length + 1];
    var inflater = new Inflater();
    inflater.setInput(compressed);
    inflater.setOutput(out);
    try {
      int status = inflater.inflate(JZlib.Z_FINISH);
      boolean whole =
          status == JZlib.Z_STREAM_END
              && inflater.getTotalOut() == length
              && inflater.getAvailIn() == 0;
      return whole ? Optional.of(Arrays.copyOf(out, length)) : Optional.empty();
    } catch (RuntimeException garbled) {
      // A stream that ends in the middle of a code can make the inflater read past its arrays.
      return Optional.empty();
    }
  }
}
