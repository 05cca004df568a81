package shakedown.client12;

import static shakedown.rules.Rule.CERTIFICATE_IS_READABLE;
import static shakedown.rules.Rule.CERTIFICATE_TYPE_NEGOTIATED;
import static shakedown.rules.Rule.SERVER_CERTIFICATE_NOT_EMPTY;
import static shakedown.rules.Rule.TLS12_CERTIFICATE_CURVE_OFFERED;
import static shakedown.rules.Rule.TLS12_KEY_FITS_KEY_EXCHANGE;

import java.util.Optional;
import shakedown.handshake.Agreed;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Shares12;
import shakedown.handshake.Step;
import shakedown.pki.Evidence;
import shakedown.policy.Policy;
import shakedown.wire.CertificateType;
import shakedown.wire.Extension.StatusPromised;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.KeyExchange;
import shakedown.wire.Message.Certificate12;

/** The server has chosen a full handshake (RFC 5246 7.4.2). */
record ExpectCertificate(Agreed agreed) implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Certificate12 certificate) -> shown(certificate, context);
      default -> otherwise(input);
    };
  }

  private Step shown(Certificate12 certificate, Context context) {
    if (certificate.chain().isEmpty()) {
      return Step.abort(SERVER_CERTIFICATE_NOT_EMPTY);
    }
    Optional<Evidence> shown =
        Evidence.of(certificate.type(), certificate.chain(), context.crypto());
    return context
        .require(
            CERTIFICATE_TYPE_NEGOTIATED, () -> isNegotiated(certificate.type(), context.policy()))
        .then(
            () ->
                shown
                    .map(evidence -> judged(certificate, evidence, context))
                    .orElseGet(() -> Step.abort(CERTIFICATE_IS_READABLE)));
  }

  private boolean isNegotiated(CertificateType type, Policy policy) {
    return type.equals(CertificateTypes.told(agreed.server().extensions()).server())
        && policy.authentication().peerTypes().contains(type);
  }

  private Step judged(Certificate12 certificate, Evidence evidence, Context context) {
    KeyExchange exchange = agreed.suite().keyExchange();
    var shown = new Shown(agreed, agreed.transcript().add(certificate), evidence);
    return context
        .require(TLS12_KEY_FITS_KEY_EXCHANGE, () -> exchange.fits(evidence.keyType()))
        .require(
            TLS12_CERTIFICATE_CURVE_OFFERED,
            () -> Shares12.takes(agreed.client(), evidence.keyType()))
        .then(() -> certified(shown, context));
  }

  /** A status may follow where it was asked for and promised (RFC 6066 8). */
  private Step certified(Shown shown, Context context) {
    if (!agreed.client().extensions().has(StatusRequest.class)) {
      return shown.next(context);
    }
    return agreed.server().extensions().has(StatusPromised.class)
        ? Step.to(new ExpectCertificateStatus(shown))
        : shown.stapled(null).next(context);
  }
}
