package shakedown.client13;

import static shakedown.rules.Rule.CERTIFICATE_VERIFY_CAME;

import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.handshake.Unproven;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.Finished;

/** The peer has shown who it is, but not that it holds the key (RFC 8446 A.1: WAIT_CV). */
record ExpectCertificateVerify(Keyed keyed, Unproven server) implements Client13 {
  @Override
  public Step on(Input input, Context context) {
    String meant = context.policy().host();
    return switch (input) {
      case Received(CertificateVerify verify) ->
          server
              .judged(verify, context)
              .prove(meant, peer -> Step.to(new ExpectFinished(keyed.heard(verify), peer, false)));
      case Received(Finished _) ->
          context
              .require(CERTIFICATE_VERIFY_CAME, () -> false)
              .then(
                  () ->
                      server
                          .judgedUnsigned(context)
                          .prove(
                              meant,
                              peer -> new ExpectFinished(keyed, peer, false).on(input, context)));
      default -> otherwise(input);
    };
  }
}
