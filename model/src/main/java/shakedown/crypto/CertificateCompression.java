package shakedown.crypto;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Optional;
import shakedown.wire.Codec;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.DecodeError;
import shakedown.wire.Dialect;
import shakedown.wire.KeyExchange;
import shakedown.wire.Message;
import shakedown.wire.Version;

/** Certificate messages compressed (RFC 8879 4): what is compressed is a message's body. */
final class CertificateCompression {
  private static final int HEADER_LENGTH = 4;
  private static final int LENGTH_LENGTH = 3;
  private static final byte TYPE = 11;
  private static final Dialect TLS13 = new Dialect(Version.TLS13, KeyExchange.TLS13, false);

  private CertificateCompression() {}

  /**
   * The length of the body, and the compressed octets as a vector.
   *
   * @throws IllegalArgumentException for an algorithm that the model doesn't know
   */
  static byte[] compress(CompressionAlgorithm algorithm, Message.Certificate certificate) {
    byte[] message = Codec.encode(certificate);
    byte[] body = Arrays.copyOfRange(message, HEADER_LENGTH, message.length);
    Compressor compressor =
        Compressor.of(algorithm)
            .orElseThrow(() -> new IllegalArgumentException(algorithm + " is not known"));
    byte[] compressed = compressor.compress(body);
    return Hashing.concat(uint24(body.length), uint24(compressed.length), compressed);
  }

  /** Nothing if the octets are not exactly one certificate message, compressed. */
  static Optional<Message.Certificate> decompress(CompressionAlgorithm algorithm, byte[] content) {
    int start = 2 * LENGTH_LENGTH;
    if (content.length < start || uint24(content, LENGTH_LENGTH) != content.length - start) {
      return Optional.empty();
    }
    byte[] compressed = Arrays.copyOfRange(content, start, content.length);
    int length = uint24(content, 0);
    return Compressor.of(algorithm)
        .flatMap(compressor -> compressor.decompress(compressed, length))
        .flatMap(CertificateCompression::certificate);
  }

  private static Optional<Message.Certificate> certificate(byte[] body) {
    byte[] type = {TYPE};
    byte[] message = Hashing.concat(type, uint24(body.length), body);
    try {
      return Codec.decode(message, TLS13) instanceof Message.Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (DecodeError noCertificate) {
      return Optional.empty();
    }
  }

  private static byte[] uint24(int number) {
    return Arrays.copyOfRange(Ints.toByteArray(number), 1, Integer.BYTES);
  }

  private static int uint24(byte[] octets, int at) {
    return Ints.fromBytes((byte) 0, octets[at], octets[at + 1], octets[at + 2]);
  }
}
