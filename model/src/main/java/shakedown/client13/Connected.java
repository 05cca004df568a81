package shakedown.client13;

import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Session13;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.MaxEarlyData;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Value;

/**
 * RFC 8446 A.1: CONNECTED.
 *
 * @param whole all messages up to the client's Finished
 */
record Connected(CipherSuite suite, PeerProven peer, Value masterSecret, Transcript whole)
    implements Client13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ApplicationData(Value data)) ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Received(NewSessionTicket ticket) ->
          Step.to(this, new Effect.Claim(new Signal.Resumable(kept(ticket, context))));
      case Write(Value data) -> Step.write(this, Permission.FULL, data);
      default -> Step.unexpected(this, input);
    };
  }

  private Session13 kept(NewSessionTicket ticket, Context context) {
    Value psk =
        new KeySchedule13(context.crypto(), suite.hash())
            .resumptionPsk(masterSecret, whole, ticket.nonce());
    long maxEarlyData =
        ticket.extensions().find(MaxEarlyData.class).map(MaxEarlyData::octets).orElse(0L);
    return new Session13(ticket.ticket(), psk, ticket.ageAdd(), suite, maxEarlyData, peer);
  }
}
