package shakedown.server12;

import java.util.Optional;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Keyed12;
import shakedown.policy.Option;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Value;

/** Sessions that the client keeps for the server (RFC 5077). */
final class Tickets {
  private static final long LIFETIME_SECONDS = 7_200;

  private Tickets() {}

  /** Whether the client is told in the hello that a ticket is to come. */
  static boolean arePromised(ClientHello hello, Context context) {
    return context.policy().has(Option.TICKETS)
        && context.credentials().ticketKey() != null
        && hello.extensions().has(SessionTicket.class);
  }

  /** The ticket that the client shows. */
  static Optional<Value> shown(ClientHello hello) {
    return hello.extensions().find(SessionTicket.class).map(SessionTicket::ticket);
  }

  /** Gives this client the ticket if one was promised. */
  static Flight give(Flight flight, Keyed12 keyed, String client, Context context) {
    Value key = context.credentials().ticketKey();
    return key == null || !isPromised(keyed.agreed())
        ? flight
        : flight.say(
            new NewSessionTicket12(
                LIFETIME_SECONDS, context.crypto().seal(key, keyed.session(client))));
  }

  private static boolean isPromised(Agreed agreed) {
    return agreed.server().extensions().has(SessionTicket.class);
  }
}
