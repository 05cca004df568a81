package shakedown.server13;

import static shakedown.rules.Rule.CERTIFICATE_VERIFY_CAME;

import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.Step;
import shakedown.handshake.Unproven;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.Finished;
import shakedown.wire.Value;

/** The client has shown who it is, but not that it holds the key (RFC 8446 A.2: WAIT_CV). */
record ExpectClientCertificateVerify(Unproven client, ClientProven last) implements Server13 {
  @Override
  public Step on(Input input, Context context) {
    String shown = client.shown().name(context.trust(), context.crypto());
    return switch (input) {
      case Received(CertificateVerify verify) ->
          client
              .judged(verify, context)
              .prove(shown, peer -> Step.to(last.heard(verify).proven(peer)));
      case Received(Finished _) ->
          context
              .require(CERTIFICATE_VERIFY_CAME, () -> false)
              .then(
                  () ->
                      client
                          .judgedUnsigned(context)
                          .prove(shown, peer -> last.proven(peer).on(input, context)));
      case Write(Value data) -> Step.write(this, last.permission(), data);
      // no middlebox is deceived any more (RFC 8446 5)
      default -> last.isLate() ? Step.unexpected(this, input) : otherwise(input);
    };
  }
}
