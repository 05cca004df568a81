package shakedown.server13;

import static shakedown.rules.Rule.TICKET_NONCE_UNIQUE;

import shakedown.handshake.Context;
import shakedown.handshake.Established;
import shakedown.handshake.Flight;
import shakedown.policy.Option;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Extension.MaxEarlyData;
import shakedown.wire.Extensions;
import shakedown.wire.Kind;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** What a server gives for later (RFC 8446 4.6.1). */
record Tickets(Established established, Context context) {
  private static final long LIFETIME_SECONDS = 7200;

  /** As many as OpenSSL gives; none to a client that could not use them (RFC 8446 4.2.9). */
  static int due(ClientHello hello, boolean resumed, Context context) {
    int usual = resumed ? 1 : 2;
    boolean ofUse = context.policy().exchange().pskModes().stream().anyMatch(hello::takes);
    return ofUse ? usual : 0;
  }

  /**
   * Each ticket leaves by itself, where the server has a key to seal it with.
   *
   * @param before how many were given before
   */
  Flight given(Flight flight, int before, int count) {
    Value key = context.credentials().ticketKey();
    if (key == null || !context.policy().has(Option.TICKETS)) {
      return flight;
    }
    Flight given = flight;
    for (int i = before; i < before + count; i++) {
      given = given.aside(ticket(key, i)).flush();
    }
    return given;
  }

  private NewSessionTicket ticket(Value key, int number) {
    boolean repeats = context.grants(TICKET_NONCE_UNIQUE, () -> false);
    Value nonce = context.crypto().fresh(Kind.NONCE, "ticket_nonce/" + (repeats ? 0 : number));
    var session =
        new SealedSession(
            Version.TLS13,
            established.suite(),
            false,
            established.remembered(),
            established.resumptionPsk(nonce, context));
    return new NewSessionTicket(
        LIFETIME_SECONDS,
        context.crypto().fresh(Kind.TICKET_AGE, "ticket_age_add/" + number),
        nonce,
        context.crypto().seal(key, session),
        context.policy().has(Option.EARLY_DATA)
            ? Extensions.of(new MaxEarlyData(context.policy().sizes().maxEarlyData()))
            : Extensions.of());
  }
}
