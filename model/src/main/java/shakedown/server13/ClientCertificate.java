package shakedown.server13;

import static shakedown.rules.Rule.CERTIFICATE_CONTEXT_MATCHES;
import static shakedown.rules.Rule.CLIENT_CERTIFICATE_REQUIRED;

import com.google.common.collect.ImmutableList;
import shakedown.handshake.Context;
import shakedown.handshake.Echo;
import shakedown.handshake.Proof;
import shakedown.handshake.Step;
import shakedown.handshake.Unproven;
import shakedown.pki.Evidence;
import shakedown.policy.ClientAuthentication;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Message;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;

/**
 * What a server of TLS 1.3 does with the client's certificate, in the handshake and after it (RFC
 * 8446 4.4.2, 4.6.2).
 *
 * @param last what follows it, without it
 */
record ClientCertificate(CertificateRequest request, ClientProven last) {
  /**
   * Goes on to the signature, or to the end if there is none.
   *
   * @param message as it came
   */
  Step shown(Certificate certificate, Message message, Context context) {
    ClientProven heard = last.heard(message);
    return context
        .require(
            CERTIFICATE_CONTEXT_MATCHES,
            () -> Echo.matches(request.context(), certificate.context(), context))
        .require(
            CLIENT_CERTIFICATE_REQUIRED,
            () -> !certificate.chain().isEmpty() || mayBeEmpty(context))
        .then(
            () ->
                certificate.chain().isEmpty()
                    ? Step.to(heard)
                    : Unproven.shown(
                        certificate,
                        last.types().client(),
                        request.extensions(),
                        context,
                        shown -> Step.to(unproven(shown, heard))));
  }

  private static boolean mayBeEmpty(Context context) {
    return context.policy().authentication().clients() != ClientAuthentication.REQUIRED;
  }

  private ExpectClientCertificateVerify unproven(Evidence shown, ClientProven heard) {
    ImmutableList<SignatureScheme> offered =
        request
            .extensions()
            .find(SignatureAlgorithms.class)
            .map(SignatureAlgorithms::schemes)
            .orElse(ImmutableList.of());
    var proof = new Proof(Role.CLIENT, heard.hash());
    return new ExpectClientCertificateVerify(
        new Unproven(proof, shown, offered, heard.transcript()), heard);
  }
}
