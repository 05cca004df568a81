package shakedown.client13;

import static shakedown.rules.Rule.REQUEST_CONTEXT_EMPTY_IN_HANDSHAKE;

import shakedown.handshake.Context;
import shakedown.handshake.Decompression;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.Finished;

/** RFC 8446 A.1: WAIT_CERT_CR. */
record ExpectCertificateRequestOrCertificate(Keyed keyed) implements Client13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(CertificateRequest request) ->
          ClientCertificate.judged(request, context)
              .require(REQUEST_CONTEXT_EMPTY_IN_HANDSHAKE, () -> request.context() == null)
              .then(() -> Step.to(new ExpectCertificate(keyed.asked(request))));
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
