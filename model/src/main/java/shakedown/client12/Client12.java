package shakedown.client12;

import static shakedown.rules.Rule.ALPN_ANSWER_WAS_OFFERED;
import static shakedown.rules.Rule.CERTIFICATE_TYPE_WAS_OFFERED;
import static shakedown.rules.Rule.EARLY_DATA_REFUSES_OLD_SERVER;
import static shakedown.rules.Rule.ENCRYPT_THEN_MAC_FITS_SUITE;
import static shakedown.rules.Rule.ENCRYPT_THEN_MAC_KEPT;
import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.FRAGMENT_LENGTH_ECHOED;
import static shakedown.rules.Rule.RECORD_SIZE_LIMIT_NOT_TINY;
import static shakedown.rules.Rule.RECORD_SIZE_LIMIT_REPLACES_FRAGMENT_LENGTH;
import static shakedown.rules.Rule.TLS12_ANONYMOUS_IS_OPT_IN;

import shakedown.handshake.Agreed;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Protocols;
import shakedown.handshake.Rebinding;
import shakedown.handshake.RecordSizes;
import shakedown.handshake.Step;
import shakedown.wire.Bearer;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extensions;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.HelloRequest;
import shakedown.wire.Role;

/** The client after a ServerHello of version 1.2. */
public sealed interface Client12 extends Endpoint
    permits ExpectCertificate,
        ExpectCertificateStatus,
        ExpectServerKeyExchange,
        ExpectServerHelloDone,
        FalseStart,
        ExpectNewSessionTicketResuming,
        ExpectChangeCipherSpecResuming,
        ExpectFinishedResuming,
        Connected {
  /** Takes over from the hellos. */
  static Step begin(Agreed agreed, Context context) {
    if (agreed.client().extensions().has(EarlyData.class)) {
      return Step.abort(EARLY_DATA_REFUSES_OLD_SERVER);
    }
    Extensions answers = agreed.server().extensions();
    return Rebinding.ofServer(answers, context)
        .require(EXTENSION_IN_ITS_PLACE, () -> answers.areIn(Bearer.SERVER_HELLO_12))
        .require(ALPN_ANSWER_WAS_OFFERED, () -> Protocols.isOffered(answers, agreed.client()))
        .require(
            CERTIFICATE_TYPE_WAS_OFFERED,
            () -> CertificateTypes.areOffered(answers, agreed.client()))
        .require(ENCRYPT_THEN_MAC_FITS_SUITE, () -> hasBlocks(agreed))
        .require(ENCRYPT_THEN_MAC_KEPT, () -> Rebinding.keepsMac(agreed.server(), context))
        .require(RECORD_SIZE_LIMIT_NOT_TINY, () -> RecordSizes.isRoomy(answers))
        .require(
            RECORD_SIZE_LIMIT_REPLACES_FRAGMENT_LENGTH, () -> RecordSizes.isOneAnswered(answers))
        .require(
            FRAGMENT_LENGTH_ECHOED, () -> RecordSizes.isFragmentEchoed(agreed.client(), answers))
        .require(TLS12_ANONYMOUS_IS_OPT_IN, () -> isWanted(agreed.suite(), context))
        .then(
            () ->
                Resumption.of(agreed, context)
                    .map(resumption -> resumption.begin(context))
                    .orElseGet(() -> speaking(agreed, context).to(full(agreed))));
  }

  private static Client12 full(Agreed agreed) {
    return agreed.suite().keyExchange().isCertified()
        ? new ExpectCertificate(agreed)
        : new ExpectServerKeyExchange(new Shown(agreed, agreed.transcript(), null));
  }

  /** No other has a MAC to go around what is encrypted. */
  private static boolean hasBlocks(Agreed agreed) {
    return !Keyed12.encryptsThenMacs(agreed) || agreed.suite().cipher().isBlock();
  }

  /** A client that talks to nobody in particular says so itself. */
  private static boolean isWanted(CipherSuite suite, Context context) {
    return !suite.keyExchange().isAnonymous() || context.policy().suites().contains(suite);
  }

  /** From here on all is of this version. */
  static Flight speaking(Agreed agreed, Context context) {
    return agreed.speak12(Flight.after(agreed.transcript()), Role.CLIENT, context);
  }

  /** A client that is busy with a handshake begins no other (RFC 5246 7.4.1.1). */
  default Step otherwise(Input input) {
    return switch (input) {
      case Received(HelloRequest _) -> Step.to(this);
      case Received(AlertMessage alert) -> Step.warned(this, alert);
      default -> Step.unexpected(this, input);
    };
  }

  /** Whether NewSessionTicket is to come (RFC 5077 3.2). */
  static boolean promisesTicket(Agreed agreed) {
    return agreed.server().extensions().has(SessionTicket.class);
  }
}
