package shakedown.client12;

import shakedown.crypto.Transcript;
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
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Role;

/** The server's key is known, and all checks of it are made (RFC 5246 7.4.5). */
record ExpectServerHelloDone(Agreed agreed, Transcript transcript, ServerKey key, PeerProven peer)
    implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ServerHelloDone done) -> answer(transcript.add(done), context);
      default -> otherwise(input);
    };
  }

  private Step answer(Transcript heard, Context context) {
    ServerKey.Exchanged exchanged = key.exchange(agreed, context);
    Flight exchange = Flight.after(heard).say(exchanged.message());
    Keyed12 keyed = Keyed12.of(agreed, exchange.transcript(), exchanged.premaster(), context);
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
