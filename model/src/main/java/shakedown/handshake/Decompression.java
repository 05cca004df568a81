package shakedown.handshake;

import static shakedown.rules.Rule.CERTIFICATE_DECOMPRESSES;
import static shakedown.rules.Rule.COMPRESSION_WAS_OFFERED;

import java.util.function.Function;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CompressedCertificate;

/** A certificate message that comes compressed (RFC 8879 4). */
public final class Decompression {
  private Decompression() {}

  /** Goes on with what was in it; the transcript holds the message as it came. */
  public static Step of(
      CompressedCertificate compressed, Context context, Function<Certificate, Step> next) {
    return context
        .require(
            COMPRESSION_WAS_OFFERED,
            () -> context.policy().compressions().contains(compressed.algorithm()))
        .then(() -> opened(compressed, context, next));
  }

  private static Step opened(
      CompressedCertificate compressed, Context context, Function<Certificate, Step> next) {
    return context
        .crypto()
        .decompress(compressed.algorithm(), compressed.content())
        .map(next)
        .orElseGet(() -> Step.abort(CERTIFICATE_DECOMPRESSES));
  }
}
