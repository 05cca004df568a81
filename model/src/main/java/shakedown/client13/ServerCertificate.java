package shakedown.client13;

import static shakedown.rules.Rule.CERTIFICATE_CONTEXT_MATCHES;
import static shakedown.rules.Rule.SERVER_CERTIFICATE_CAME;
import static shakedown.rules.Rule.SERVER_CERTIFICATE_NOT_EMPTY;

import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Proof;
import shakedown.handshake.Step;
import shakedown.handshake.Unproven;
import shakedown.pki.Evidence;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Role;

/** What a client of TLS 1.3 does with the server's certificate (RFC 8446 4.4.2). */
final class ServerCertificate {
  private ServerCertificate() {}

  /**
   * Goes on to the signature.
   *
   * @param heard with the message as it came
   */
  static Step shown(Certificate certificate, Keyed heard, Context context) {
    return certificate.chain().isEmpty()
        ? Step.abort(SERVER_CERTIFICATE_NOT_EMPTY)
        : context
            .require(CERTIFICATE_CONTEXT_MATCHES, () -> certificate.context() == null)
            .then(
                () ->
                    Unproven.shown(
                        certificate,
                        CertificateTypes.in(heard.transcript()).server(),
                        heard.agreed().client().extensions(),
                        context,
                        shown -> Step.to(unproven(heard, shown))));
  }

  private static ExpectCertificateVerify unproven(Keyed heard, Evidence shown) {
    var proof = new Proof(Role.SERVER, heard.agreed().suite().hash());
    return new ExpectCertificateVerify(
        heard, new Unproven(proof, shown, heard.agreed().client().schemes(), heard.transcript()));
  }

  /** Takes a Finished in place of a certificate where nobody minds. */
  static Step missing(Input finished, Keyed keyed, Context context) {
    return context
        .require(SERVER_CERTIFICATE_CAME, () -> false)
        .skippedProof()
        .prove(
            context.policy().host(),
            peer -> new ExpectFinished(keyed, peer, false).on(finished, context));
  }
}
