package shakedown.server13;

import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Established;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Export;
import shakedown.handshake.Input.GiveTicket;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Value;

/**
 * RFC 8446 A.2: CONNECTED.
 *
 * @param tickets how many were given
 */
record Connected(Established established, int tickets) implements Server13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ApplicationData(Value data)) ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Write(Value data) -> Step.write(this, Permission.FULL, data);
      case GiveTicket _ ->
          new Tickets(established, context)
              .given(Flight.after(Transcript.EMPTY), tickets, 1)
              .to(new Connected(established, tickets + 1));
      case Export asked ->
          Step.to(
              this, new Effect.Claim(new Signal.Exported(established.exported(asked, context))));
      default -> Step.unexpected(this, input);
    };
  }
}
