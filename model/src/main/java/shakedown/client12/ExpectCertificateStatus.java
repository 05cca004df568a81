package shakedown.client12;

import shakedown.handshake.Closed;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.CertificateStatus;
import shakedown.wire.Message.HelloRequest;

/** The server may say what its issuer says of its certificate, or leave it (RFC 6066 8). */
record ExpectCertificateStatus(Shown shown) implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(CertificateStatus status) ->
          shown.heard(status).stapled(status.response()).next(context);
      case Received(HelloRequest _), Received(AlertMessage _) -> otherwise(input);
      case Received(Message _) -> unsaid(input, context);
      default -> otherwise(input);
    };
  }

  private Step unsaid(Input input, Context context) {
    Step passed = shown.stapled(null).next(context);
    return passed.next() instanceof Closed ? passed : passed.next().on(input, context);
  }
}
