package shakedown.server12;

import static shakedown.rules.Rule.CLIENT_FINISHED_IS_VALID;

import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Step;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;

/** The client's Finished, last of all, shows that it has the session too. */
record ExpectFinishedResuming(Keyed12 keyed) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Finished finished) ->
          context
              .require(
                  CLIENT_FINISHED_IS_VALID, () -> keyed.isFinished(finished, Role.CLIENT, context))
              .then(() -> complete(keyed.heard(finished)));
      default -> otherwise(input);
    };
  }

  private static Step complete(Keyed12 done) {
    return Connected.after(Flight.after(done.transcript()), done, Role.SERVER, null);
  }
}
