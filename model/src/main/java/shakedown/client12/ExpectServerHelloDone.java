package shakedown.client12;

import static shakedown.rules.Rule.TLS12_SERVER_KEY_EXCHANGE_IFF_NEEDED;

import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.KeyExchange;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.Parameters.TemporaryKey;
import shakedown.wire.Role;

/** The server's key is known, and all checks of it are made (RFC 5246 7.4.5). */
record ExpectServerHelloDone(Shown shown, ServerKey key, PeerProven peer) implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ServerHelloDone done) -> answer(shown.heard(done), context);
      // clients took an export suite's message under any that encrypts a secret (FREAK, 2015)
      case Received(ServerKeyExchange told) when told.parameters() instanceof TemporaryKey ->
          context
              .require(TLS12_SERVER_KEY_EXCHANGE_IFF_NEEDED, () -> false)
              .then(() -> new Told(shown, told, KeyExchange.RSA_EXPORT).judged(context));
      default -> otherwise(input);
    };
  }

  private Step answer(Shown done, Context context) {
    Agreed agreed = done.agreed();
    Answered answered = Answered.to(key, agreed, context);
    Flight exchange = Flight.after(done.transcript()).say(answered.message());
    Keyed12 keyed = Keyed12.of(agreed, exchange.transcript(), answered.premaster(), context);
    Flight flight = keyed.finish(exchange, Role.CLIENT, context);
    var pending = new Pending(keyed.at(flight.transcript()), peer, null);
    return flight
        .when(
            pending.mayFalseStart(context),
            said -> said.claim(new Signal.MaySend(Permission.FALSE_START)))
        .to(
            Client12.promisesTicket(agreed)
                ? new ExpectNewSessionTicket(pending)
                : new ExpectChangeCipherSpec(pending));
  }
}
