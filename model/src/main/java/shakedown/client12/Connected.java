package shakedown.client12;

import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Value;

/** Both have finished. */
record Connected(PeerProven peer) implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ApplicationData(Value data)) ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Write(Value data) -> Step.write(this, Permission.FULL, data);
      default -> otherwise(input);
    };
  }
}
