package shakedown.client13;

import static shakedown.rules.Rule.ALPN_ANSWER_WAS_OFFERED;
import static shakedown.rules.Rule.CERTIFICATE_TYPE_WAS_OFFERED;
import static shakedown.rules.Rule.EARLY_DATA_NOT_MOVED_TO_OTHER_ALPN;
import static shakedown.rules.Rule.EARLY_DATA_USES_FIRST_PSK;
import static shakedown.rules.Rule.EXTENSIONS_UNIQUE;
import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.EXTENSION_WAS_OFFERED;
import static shakedown.rules.Rule.FRAGMENT_LENGTH_ECHOED;
import static shakedown.rules.Rule.RECORD_SIZE_LIMIT_NOT_TINY;
import static shakedown.rules.Rule.RECORD_SIZE_LIMIT_REPLACES_FRAGMENT_LENGTH;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.handshake.Answers;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Protocols;
import shakedown.handshake.Psk;
import shakedown.handshake.RecordSizes;
import shakedown.handshake.Session13;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Bearer;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extensions;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Remembered;
import shakedown.wire.Role;
import shakedown.wire.Version;

/** RFC 8446 A.1: WAIT_EE. */
record ExpectEncryptedExtensions(Keyed keyed) implements Client13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(EncryptedExtensions told) -> {
        ClientHello hello = keyed.agreed().client();
        boolean accepted = told.extensions().has(EarlyData.class);
        yield context
            .require(EXTENSIONS_UNIQUE, told.extensions()::areUnique)
            .require(EXTENSION_WAS_OFFERED, () -> Answers.areAsked(told.extensions(), hello))
            .require(
                EXTENSION_IN_ITS_PLACE, () -> told.extensions().areIn(Bearer.ENCRYPTED_EXTENSIONS))
            .require(
                CERTIFICATE_TYPE_WAS_OFFERED,
                () -> CertificateTypes.areOffered(told.extensions(), hello))
            .require(ALPN_ANSWER_WAS_OFFERED, () -> Protocols.isOffered(told.extensions(), hello))
            .require(RECORD_SIZE_LIMIT_NOT_TINY, () -> RecordSizes.isRoomy(told.extensions()))
            .require(
                RECORD_SIZE_LIMIT_REPLACES_FRAGMENT_LENGTH,
                () -> RecordSizes.isOneAnswered(told.extensions()))
            .require(
                FRAGMENT_LENGTH_ECHOED,
                () -> RecordSizes.isFragmentEchoed(hello, told.extensions()))
            .require(EARLY_DATA_USES_FIRST_PSK, () -> !accepted || keyed.takesFirstKey())
            .require(
                EARLY_DATA_NOT_MOVED_TO_OTHER_ALPN,
                () -> !accepted || keepsProtocol(told.extensions()))
            .then(() -> heard(told, accepted, context));
      }
      default -> otherwise(input);
    };
  }

  /** What was said early was said in the protocol of the session (RFC 8446 4.2.10). */
  private boolean keepsProtocol(Extensions answers) {
    return !(keyed.resumed() instanceof Session13 session)
        || session.remembered().protocol().equals(Remembered.protocol(answers));
  }

  private Step heard(EncryptedExtensions told, boolean accepted, Context context) {
    Keyed heard = keyed.heard(told);
    Optional<RecordSizes> sizes =
        RecordSizes.of(heard.agreed().client(), told.extensions(), Version.TLS13);
    Psk resumed = heard.resumed();
    boolean offered = heard.offersEarlyData();
    boolean flowsOn = accepted && resumed != null;
    return Flight.after(heard.transcript())
        .within(sizes, Role.CLIENT)
        .when(accepted, flight -> flight.claim(new Signal.EarlyDataAccepted()))
        .when(offered && !flowsOn, flight -> heard.writeHandshake(flight, context))
        .when(offered && !accepted, flight -> flight.claim(new Signal.EarlyDataRejected()))
        .to(
            resumed == null
                ? new ExpectCertificateRequestOrCertificate(heard)
                : new ExpectFinished(heard, proven(resumed), accepted));
  }

  /** Whoever was proven when the session began; an external key proves its holder by Finished. */
  private static @Nullable PeerProven proven(Psk resumed) {
    return resumed instanceof Session13 session ? session.peer() : null;
  }
}
