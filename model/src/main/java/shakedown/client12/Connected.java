package shakedown.client12;

import shakedown.handshake.Again;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Exporter12;
import shakedown.handshake.Finishes;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Export;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Renegotiate;
import shakedown.handshake.Input.Write;
import shakedown.handshake.Opening;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Rebinding;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.HelloRequest;
import shakedown.wire.Value;

/**
 * Both have finished.
 *
 * @param opening how another handshake begins
 */
record Connected(PeerProven peer, Finishes finishes, Exporter12 exporter, Opening opening)
    implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ApplicationData(Value data)) ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Write(Value data) -> Step.write(this, Permission.FULL, data);
      case Received(HelloRequest _) ->
          Rebinding.mayFollow(finishes, context.policy())
              ? renegotiate(context)
              : Step.refuseRenegotiation(this);
      case Renegotiate _ when Rebinding.mayFollow(finishes, context.policy()) ->
          renegotiate(context);
      case Export asked -> exporter.answer(this, asked, context);
      default -> otherwise(input);
    };
  }

  private Step renegotiate(Context context) {
    return Again.after(finishes, opening.open(this, context.again(finishes)));
  }
}
