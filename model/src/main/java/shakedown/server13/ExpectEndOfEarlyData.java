package shakedown.server13;

import java.util.Optional;
import shakedown.crypto.Keys;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Epoch;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.Permission;
import shakedown.handshake.RecordSizes;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.EndOfEarlyData;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * Early data is taken (RFC 8446 A.2: WAIT_EOED).
 *
 * @param sizes of what comes after it: who sends early data knows of none
 */
record ExpectEndOfEarlyData(ExpectFinished next, Optional<RecordSizes> sizes) implements Server13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ApplicationData(Value data)) ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Received(EndOfEarlyData end) ->
          Flight.after(Transcript.EMPTY)
              .readWithin(sizes, Role.CLIENT)
              .readUnder(
                  Epoch.HANDSHAKE,
                  new Keys(next.said().suite(), Role.CLIENT, next.said().clientSecret()))
              .to(next.heard(end));
      case Write(Value data) -> Step.write(this, Permission.HALF_RTT, data);
      default -> otherwise(input);
    };
  }
}
