package shakedown.server12;

import static shakedown.rules.Rule.CLIENT_FINISHED_IS_VALID;

import shakedown.handshake.Context;
import shakedown.handshake.Credentials.Cached;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** The client's Finished ends its half; the server's follows (RFC 5246 7.4.9). */
record ExpectFinished(Keyed12 keyed, PeerProven client) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Finished finished) ->
          context
              .require(
                  CLIENT_FINISHED_IS_VALID, () -> keyed.isFinished(finished, Role.CLIENT, context))
              .then(() -> answer(keyed.heard(finished), context));
      default -> otherwise(input);
    };
  }

  private Step answer(Keyed12 done, Context context) {
    Flight ticketed = Tickets.give(Flight.after(done.transcript()), done, client.name(), context);
    Flight finished = done.finish(ticketed, Role.SERVER, context.policy().host(), context);
    return Connected.after(remember(finished, done), done, Role.CLIENT, client);
  }

  private Flight remember(Flight flight, Keyed12 done) {
    Value id = done.agreed().server().sessionId();
    return id == null
        ? flight
        : flight.claim(new Signal.Cacheable(new Cached(id, done.session(client.name()))));
  }
}
