package shakedown.server12;

import static shakedown.rules.Rule.ALPN_OVERLAPS;
import static shakedown.rules.Rule.CERTIFICATE_TYPES_OVERLAP;
import static shakedown.rules.Rule.EMS_NOT_DROPPED_BY_CLIENT;
import static shakedown.rules.Rule.FRAGMENT_LENGTH_VALID;
import static shakedown.rules.Rule.RECORD_SIZE_LIMIT_NOT_TINY;

import java.util.Optional;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Protocols;
import shakedown.handshake.Rebinding;
import shakedown.handshake.RecordSizes;
import shakedown.handshake.Step;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Version;

/** The server once TLS 1.2 is chosen. */
public sealed interface Server12 extends Endpoint
    permits ExpectClientCertificate,
        ExpectClientKeyExchange,
        ExpectCertificateVerify,
        ExpectChangeCipherSpec,
        ExpectFinished,
        ExpectChangeCipherSpecResuming,
        ExpectFinishedResuming,
        Connected {
  /** Answers the hello. */
  static Step begin(ClientHello hello, Context context) {
    Optional<SealedSession> offered = Resumption.offered(hello, context);
    return Rebinding.ofClient(hello, context)
        .require(ALPN_OVERLAPS, () -> Protocols.overlap(hello, context))
        .require(RECORD_SIZE_LIMIT_NOT_TINY, () -> RecordSizes.isRoomy(hello.extensions()))
        .require(
            FRAGMENT_LENGTH_VALID, () -> RecordSizes.isFragmentValid(hello, Version.TLS12, context))
        .require(
            EMS_NOT_DROPPED_BY_CLIENT,
            () ->
                hello.extensions().has(ExtendedMasterSecret.class)
                    || offered.stream().noneMatch(SealedSession::extended))
        .then(() -> answer(hello, offered, context));
  }

  private static Step answer(ClientHello hello, Optional<SealedSession> offered, Context context) {
    // a session without the extension is not taken up under it (RFC 7627 5.3)
    Optional<SealedSession> resumed =
        offered.filter(session -> session.extended() || !ServerHellos.extend(hello, context));
    return resumed
        .map(session -> Resumption.answer(hello, session, context))
        .orElseGet(
            () ->
                Choice.of(hello, context)
                    .map(choice -> answer(hello, choice, context))
                    .orElseGet(() -> Step.abort(Choice.missing(hello, context))));
  }

  private static Step answer(ClientHello hello, Choice choice, Context context) {
    return choice.identity() != null && CertificateTypes.ofClient(hello, context).isEmpty()
        ? Step.abort(CERTIFICATE_TYPES_OVERLAP)
        : FirstFlight.answer(hello, choice, context);
  }

  default Step otherwise(Input input) {
    return input instanceof Received(AlertMessage alert)
        ? Step.warned(this, alert)
        : Step.unexpected(this, input);
  }
}
