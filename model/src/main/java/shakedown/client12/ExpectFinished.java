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

/** All is said but the server's Finished (RFC 5246 7.4.9). */
record ExpectFinished(Pending pending) implements FalseStart {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Finished finished) ->
          context
              .require(SERVER_FINISHED_IS_VALID, () -> pending.isFinished(finished, context))
              .then(() -> complete(pending.heard(finished), context));
      default -> beforeFinished(input, context);
    };
  }

  private static Step complete(Pending done, Context context) {
    Flight flight = done.complete(Flight.after(done.keyed().transcript()));
    return done.session(context)
        .map(session -> flight.claim(new Signal.Resumable(session)))
        .orElse(flight)
        .to(done.connected(done.keyed(), Role.CLIENT));
  }
}
