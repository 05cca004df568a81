package shakedown.client13;

import static shakedown.rules.Rule.EXTENSIONS_UNIQUE;
import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.EXTERNAL_PSK_NO_POST_HANDSHAKE_AUTH;
import static shakedown.rules.Rule.POST_HANDSHAKE_AUTH_OFFERED;
import static shakedown.rules.Rule.TICKET_LIFETIME_AT_MOST_A_WEEK;

import java.util.Optional;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Established;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Export;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.UpdateKeys;
import shakedown.handshake.Input.Write;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Session13;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.handshake.Traffic;
import shakedown.wire.Bearer;
import shakedown.wire.Extension.MaxEarlyData;
import shakedown.wire.Extension.PostHandshakeAuth;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.KeyUpdate;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** RFC 8446 A.1: CONNECTED. */
record Connected(PeerProven peer, Established established, Traffic traffic) implements Client13 {
  private static final long WEEK_SECONDS = 604_800;

  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ApplicationData(Value data)) ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Received(NewSessionTicket ticket) ->
          context
              .require(EXTENSIONS_UNIQUE, ticket.extensions()::areUnique)
              .require(
                  EXTENSION_IN_ITS_PLACE,
                  () -> ticket.extensions().areIn(Bearer.NEW_SESSION_TICKET))
              .then(
                  () ->
                      kept(ticket, context)
                          .map(
                              session ->
                                  Step.to(this, new Effect.Claim(new Signal.Resumable(session))))
                          .orElse(Step.to(this)));
      case Received(KeyUpdate update) -> traffic.heard(update, context, this::under);
      case Received(CertificateRequest request) ->
          ClientCertificate.judged(request, context)
              .require(
                  POST_HANDSHAKE_AUTH_OFFERED, () -> established.offers(PostHandshakeAuth.class))
              .require(EXTERNAL_PSK_NO_POST_HANDSHAKE_AUTH, () -> !established.isExternal(context))
              .then(() -> authenticated(request, context));
      case UpdateKeys(boolean mutual) -> traffic.update(mutual, context, this::under);
      case Export asked ->
          Step.to(
              this, new Effect.Claim(new Signal.Exported(established.exported(asked, context))));
      case Write(Value data) -> Step.write(this, Permission.FULL, data);
      default -> Step.unexpected(this, input);
    };
  }

  private Connected knownAs(String self) {
    return new Connected(peer, established.with(self), traffic);
  }

  private Connected under(Traffic updated) {
    return new Connected(peer, established, updated);
  }

  /** Shows who it is, or that it does not say (RFC 8446 4.6.2). */
  private Step authenticated(CertificateRequest request, Context context) {
    var self =
        ClientCertificate.to(
            request, established.suite().hash(), established.untilServer(), context);
    String name = self.name(context);
    return self.in(Flight.after(established.requested(request, context)), context)
        .claim(new Signal.Running(Role.CLIENT, name, established.agreement(context)))
        .say(before -> traffic.clientTag().over(before, context))
        .flush()
        .to(self.self().isPresent() ? knownAs(name) : this);
  }

  /** Nothing of a ticket that is to be thrown away at once, or told to last for too long. */
  private Optional<Session13> kept(NewSessionTicket ticket, Context context) {
    long lifetime = ticket.lifetimeSeconds();
    if (lifetime == 0
        || !context.grants(TICKET_LIFETIME_AT_MOST_A_WEEK, () -> lifetime <= WEEK_SECONDS)) {
      return Optional.empty();
    }
    return Optional.of(
        new Session13(
            ticket.ticket(),
            established.resumptionPsk(ticket.nonce(), context),
            ticket.ageAdd(),
            established.suite(),
            ticket.extensions().find(MaxEarlyData.class).map(MaxEarlyData::octets).orElse(0L),
            peer,
            established.remembered()));
  }
}
