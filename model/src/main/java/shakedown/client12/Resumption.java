package shakedown.client12;

import static shakedown.rules.Rule.EMS_NOT_ADDED_BY_SERVER;
import static shakedown.rules.Rule.EMS_NOT_DROPPED_BY_SERVER;
import static shakedown.rules.Rule.TLS12_RESUMED_SUITE_KEPT;

import java.util.Optional;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Echo;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Session12;
import shakedown.handshake.Step;
import shakedown.wire.Value;

/** A session that the client offered and the server takes up (RFC 5246 7.3, figure 2). */
record Resumption(Agreed agreed, Session12 session) {
  /** The server says so by the echo of the session id (RFC 5246 7.4.1.3, RFC 5077 3.4). */
  static Optional<Resumption> of(Agreed agreed, Context context) {
    return Session12.offered(context)
        .filter(_ -> isEchoed(agreed, context))
        .map(session -> new Resumption(agreed, session));
  }

  private static boolean isEchoed(Agreed agreed, Context context) {
    Value id = agreed.server().sessionId();
    return id != null && Echo.isOf(agreed.client(), id, context);
  }

  Step begin(Context context) {
    boolean extended = Keyed12.isExtended(agreed);
    return context
        .require(TLS12_RESUMED_SUITE_KEPT, () -> agreed.suite().equals(session.suite()))
        .require(EMS_NOT_ADDED_BY_SERVER, () -> session.extended() || !extended)
        .require(EMS_NOT_DROPPED_BY_SERVER, () -> extended || !session.extended())
        .then(() -> Client12.speaking(agreed, context).to(next()));
  }

  private Client12 next() {
    var keyed = new Keyed12(agreed, agreed.transcript(), session.masterSecret());
    var pending = new Pending(keyed, session.peer(), session.remembered().client(), null);
    return Client12.promisesTicket(agreed)
        ? new ExpectNewSessionTicketResuming(pending)
        : new ExpectChangeCipherSpecResuming(pending);
  }
}
