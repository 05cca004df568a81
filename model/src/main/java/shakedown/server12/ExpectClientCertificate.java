package shakedown.server12;

import static shakedown.rules.Rule.CERTIFICATE_IS_READABLE;
import static shakedown.rules.Rule.CERTIFICATE_TYPE_NEGOTIATED;
import static shakedown.rules.Rule.TLS12_CLIENT_CERTIFICATE_REQUIRED;
import static shakedown.rules.Rule.TLS12_CLIENT_CERTIFICATE_WHEN_REQUESTED;

import java.util.Optional;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.pki.Evidence;
import shakedown.policy.ClientAuthentication;
import shakedown.wire.CertificateType;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.ClientKeyExchange;

/**
 * The client was asked who it is (RFC 5246 7.4.6).
 *
 * @param next what follows its certificate, without it
 */
record ExpectClientCertificate(ExpectClientKeyExchange next) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Certificate12 certificate) ->
          context
              .require(
                  TLS12_CLIENT_CERTIFICATE_REQUIRED,
                  () -> !certificate.chain().isEmpty() || mayBeEmpty(context))
              .then(() -> shown(certificate, context));
      case Received(ClientKeyExchange _) ->
          context
              .require(TLS12_CLIENT_CERTIFICATE_WHEN_REQUESTED, () -> false)
              .then(() -> next.on(input, context));
      default -> otherwise(input);
    };
  }

  private static boolean mayBeEmpty(Context context) {
    return context.policy().authentication().clients() != ClientAuthentication.REQUIRED;
  }

  private Step shown(Certificate12 certificate, Context context) {
    if (certificate.chain().isEmpty()) {
      return Step.to(next.shown(certificate, null));
    }
    Optional<Evidence> shown =
        Evidence.of(certificate.type(), certificate.chain(), context.crypto());
    return context
        .require(CERTIFICATE_TYPE_NEGOTIATED, () -> isNegotiated(certificate.type()))
        .then(
            () ->
                shown
                    .map(evidence -> Step.to(next.shown(certificate, evidence)))
                    .orElseGet(() -> Step.abort(CERTIFICATE_IS_READABLE)));
  }

  private boolean isNegotiated(CertificateType type) {
    return type.equals(CertificateTypes.told(next.agreed().server().extensions()).client());
  }
}
