package shakedown.server13;

import static shakedown.rules.Rule.CLIENT_CERTIFICATE_IFF_REQUESTED;

import shakedown.handshake.Context;
import shakedown.handshake.Decompression;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.Step;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.Finished;
import shakedown.wire.Value;

/** The client was asked who it is (RFC 8446 A.2: WAIT_CERT). */
record ExpectClientCertificate(CertificateRequest request, ExpectFinished last)
    implements Server13 {
  @Override
  public Step on(Input input, Context context) {
    var client = new ClientCertificate(request, last);
    return switch (input) {
      case Received(Certificate certificate) -> client.shown(certificate, certificate, context);
      case Received(CompressedCertificate compressed) ->
          Decompression.of(compressed, context, plain -> client.shown(plain, compressed, context));
      case Received(Finished _) ->
          context
              .require(CLIENT_CERTIFICATE_IFF_REQUESTED, () -> false)
              .then(() -> last.on(input, context));
      case Write(Value data) -> Step.write(this, last.permission(), data);
      default -> otherwise(input);
    };
  }
}
