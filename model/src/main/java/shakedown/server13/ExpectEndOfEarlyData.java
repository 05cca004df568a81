package shakedown.server13;

import shakedown.crypto.Keys;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Epoch;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.EndOfEarlyData;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** Early data is taken (RFC 8446 A.2: WAIT_EOED). */
record ExpectEndOfEarlyData(ExpectFinished next) implements Server13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ApplicationData(Value data)) ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Received(EndOfEarlyData end) ->
          Step.to(
              next.heard(end),
              new Effect.ReadUnder(
                  Epoch.HANDSHAKE,
                  new Keys(next.said().suite(), Role.CLIENT, next.said().clientSecret())));
      case Write(Value data) -> Step.write(this, Permission.HALF_RTT, data);
      default -> otherwise(input);
    };
  }
}
