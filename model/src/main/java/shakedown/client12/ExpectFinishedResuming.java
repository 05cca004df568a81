package shakedown.client12;

import static shakedown.rules.Rule.SERVER_FINISHED_IS_VALID;

import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;

/** The server's Finished shows that it has the session; the client's follows (RFC 5246 7.3). */
record ExpectFinishedResuming(Pending pending) implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Finished finished) ->
          context
              .require(SERVER_FINISHED_IS_VALID, () -> pending.isFinished(finished, context))
              .then(() -> answer(pending.heard(finished), context));
      default -> otherwise(input);
    };
  }

  private static Step answer(Pending done, Context context) {
    Flight heard = Flight.after(done.keyed().transcript());
    Flight flight = done.complete(done.keyed().finish(heard, Role.CLIENT, done.self(), context));
    return done.renewed()
        .map(session -> flight.claim(new Signal.Resumable(session)))
        .orElse(flight)
        .to(done.connected(done.keyed().at(flight.transcript()), Role.SERVER));
  }
}
