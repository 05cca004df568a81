package shakedown.client13;

import shakedown.handshake.Context;
import shakedown.handshake.Decompression;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.Finished;

/** A certificate was asked for, and the server's own is to come (RFC 8446 A.1: WAIT_CERT). */
record ExpectCertificate(Keyed keyed) implements Client13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Certificate certificate) ->
          ServerCertificate.shown(certificate, keyed.heard(certificate), context);
      case Received(CompressedCertificate compressed) ->
          Decompression.of(
              compressed,
              context,
              plain -> ServerCertificate.shown(plain, keyed.heard(compressed), context));
      case Received(Finished _) -> ServerCertificate.missing(input, keyed, context);
      default -> otherwise(input);
    };
  }
}
