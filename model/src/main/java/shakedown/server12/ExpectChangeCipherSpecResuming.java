package shakedown.server12;

import static shakedown.rules.Rule.TLS12_CCS_BEFORE_FINISHED;

import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Step;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;

/**
 * The server has finished first, since it resumes (RFC 5246 7.3, figure 2).
 *
 * @param client whom the session remembers
 */
record ExpectChangeCipherSpecResuming(Keyed12 keyed, String client) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ChangeCipherSpec _) ->
          keyed.read(Role.CLIENT, context).to(new ExpectFinishedResuming(keyed, client));
      case Received(Finished _) ->
          context
              .require(TLS12_CCS_BEFORE_FINISHED, () -> false)
              .then(() -> new ExpectFinishedResuming(keyed, client).on(input, context));
      default -> otherwise(input);
    };
  }
}
