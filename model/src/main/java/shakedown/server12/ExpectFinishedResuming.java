package shakedown.server12;

import static shakedown.rules.Rule.CLIENT_FINISHED_IS_VALID;

import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Step;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;

/**
 * The client's Finished, last of all, shows that it has the session too.
 *
 * @param client whom the session remembers
 */
record ExpectFinishedResuming(Keyed12 keyed, String client) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Finished finished) ->
          context
              .require(
                  CLIENT_FINISHED_IS_VALID, () -> keyed.isFinished(finished, Role.CLIENT, context))
              .proveBySession(client, proven -> complete(keyed.heard(finished), proven));
      default -> otherwise(input);
    };
  }

  private static Step complete(Keyed12 done, PeerProven proven) {
    return Connected.after(Flight.after(done.transcript()), done, Role.SERVER, proven);
  }
}
