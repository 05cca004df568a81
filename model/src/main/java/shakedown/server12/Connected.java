package shakedown.server12;

import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** Both have finished. */
record Connected() implements Server12 {
  /** Claims that the handshake is done. */
  static Step after(Flight flight, Keyed12 done) {
    return flight
        .claim(new Signal.Commit(Role.SERVER, "anyone", done.agreement()))
        .claim(new Signal.MaySend(Permission.FULL))
        .to(new Connected());
  }

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
