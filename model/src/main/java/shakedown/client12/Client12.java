package shakedown.client12;

import static shakedown.rules.Rule.EARLY_DATA_REFUSES_OLD_SERVER;
import static shakedown.rules.Rule.EMS_NOT_ADDED_BY_SERVER;
import static shakedown.rules.Rule.EMS_NOT_DROPPED_BY_SERVER;
import static shakedown.rules.Rule.EXTENSION_WAS_OFFERED;
import static shakedown.rules.Rule.RENEGOTIATION_INFO_EMPTY_FROM_SERVER;
import static shakedown.rules.Rule.TLS12_RESUMED_SUITE_KEPT;

import java.util.Optional;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Echo;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Flight;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Session12;
import shakedown.handshake.Step;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Version;

/** The client after a ServerHello of version 1.2. */
public sealed interface Client12 extends Endpoint
    permits ExpectCertificate,
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
    Optional<Session12> resumed = resumed(agreed, context);
    boolean extended = Keyed12.isExtended(agreed);
    return context
        .require(EXTENSION_WAS_OFFERED, () -> Answers.areAllAsked(agreed))
        .require(RENEGOTIATION_INFO_EMPTY_FROM_SERVER, () -> Answers.areOfFirstHandshake(agreed))
        .require(
            TLS12_RESUMED_SUITE_KEPT,
            () -> resumed.stream().allMatch(session -> session.suite().equals(agreed.suite())))
        .require(
            EMS_NOT_ADDED_BY_SERVER,
            () -> resumed.stream().allMatch(session -> session.extended() || !extended))
        .require(
            EMS_NOT_DROPPED_BY_SERVER,
            () -> resumed.stream().allMatch(session -> extended || !session.extended()))
        .then(
            () ->
                Flight.after(agreed.transcript())
                    .speak(Version.TLS12, agreed.suite())
                    .to(
                        resumed
                            .<Endpoint>map(session -> abbreviated(agreed, session))
                            .orElse(new ExpectCertificate(agreed))));
  }

  /** The server says by the echo of the session id that it resumes (RFC 5246 7.4.1.3). */
  private static Optional<Session12> resumed(Agreed agreed, Context context) {
    boolean echoed =
        agreed.server().sessionId() != null
            && Echo.isOf(agreed.client(), agreed.server().sessionId(), context);
    return context.credentials().offered12().filter(session -> echoed);
  }

  private static Client12 abbreviated(Agreed agreed, Session12 session) {
    var keyed = new Keyed12(agreed, agreed.transcript(), session.masterSecret());
    var pending = new Pending(keyed, session.peer(), null);
    return promisesTicket(agreed)
        ? new ExpectNewSessionTicketResuming(pending)
        : new ExpectChangeCipherSpecResuming(pending);
  }

  /** Whether NewSessionTicket is to come (RFC 5077 3.2). */
  static boolean promisesTicket(Agreed agreed) {
    return agreed.server().extensions().has(SessionTicket.class);
  }
}
