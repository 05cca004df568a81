package shakedown.server12;

import static shakedown.rules.Rule.ENCRYPT_THEN_MAC_KEPT;
import static shakedown.rules.Rule.FRAGMENT_LENGTH_KEPT_ON_RESUMPTION;
import static shakedown.rules.Rule.SERVER_NAME_KEPT_ON_RESUMPTION;

import java.util.Optional;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Rebinding;
import shakedown.handshake.RecordSizes;
import shakedown.handshake.Step;
import shakedown.policy.Option;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** The abbreviated handshake (RFC 5246 7.3, figure 2; RFC 5077 3.1, figure 2). */
final class Resumption {
  private Resumption() {}

  /** The session that the client offers, if the server knows it and can go on with its suite. */
  static Optional<SealedSession> offered(ClientHello hello, Context context) {
    return known(hello, context)
        .filter(session -> session.version().equals(Version.TLS12))
        .filter(session -> hello.suites().contains(session.suite()))
        .filter(
            session -> context.grants(SERVER_NAME_KEPT_ON_RESUMPTION, () -> isFor(session, hello)))
        .filter(
            session ->
                context.grants(
                    FRAGMENT_LENGTH_KEPT_ON_RESUMPTION,
                    () -> RecordSizes.isFragmentKept(session.remembered(), hello, context)))
        .filter(session -> context.policy().suites().contains(session.suite()));
  }

  private static boolean isFor(SealedSession session, ClientHello hello) {
    return session.remembered().serverName().equals(hello.serverName());
  }

  /** By the ticket; by the id only if there is none (RFC 5077 3.4). */
  private static Optional<SealedSession> known(ClientHello hello, Context context) {
    Optional<Value> ticket = Tickets.shown(hello);
    Value key = context.credentials().ticketKey();
    if (ticket.isPresent() && key != null && context.policy().has(Option.TICKETS)) {
      return context.crypto().open(key, ticket.get());
    }
    Value id = hello.sessionId();
    return id != null && context.policy().has(Option.SESSION_IDS)
        ? context.credentials().cached(id, context.crypto())
        : Optional.empty();
  }

  static Step answer(ClientHello hello, SealedSession session, Context context) {
    boolean extended = session.extended() && hello.extensions().has(ExtendedMasterSecret.class);
    ServerHello server = ServerHellos.resuming(hello, session.suite(), extended, context);
    return context
        .require(ENCRYPT_THEN_MAC_KEPT, () -> Rebinding.keepsMac(server, context))
        .then(() -> resumed(hello, server, session, context));
  }

  private static Step resumed(
      ClientHello hello, ServerHello server, SealedSession session, Context context) {
    Flight opened = ServerHellos.said(hello, server, context);
    var keyed =
        new Keyed12(
            new Agreed(hello, server, opened.transcript()), opened.transcript(), session.secret());
    String client = session.remembered().client();
    Flight ticketed = Tickets.give(opened, keyed, client, context);
    Flight flight = keyed.finish(ticketed, Role.SERVER, context.policy().host(), context);
    return flight.to(new ExpectChangeCipherSpecResuming(keyed.at(flight.transcript()), client));
  }
}
