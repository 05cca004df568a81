package shakedown.server12;

import static shakedown.rules.Rule.TLS12_CCS_BEFORE_FINISHED;

import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Step;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;

/** The master secret is known; the client is about to finish (RFC 5246 7.3). */
record ExpectChangeCipherSpec(Keyed12 keyed, PeerProven client) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ChangeCipherSpec _) ->
          keyed.read(Role.CLIENT, context).to(new ExpectFinished(keyed, client));
      case Received(Finished _) ->
          context
              .require(TLS12_CCS_BEFORE_FINISHED, () -> false)
              .then(() -> new ExpectFinished(keyed, client).on(input, context));
      default -> otherwise(input);
    };
  }
}
