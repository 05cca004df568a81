package shakedown.server12;

import static shakedown.rules.Rule.CLIENT_VERSION_ACCEPTABLE;

import shakedown.handshake.Again;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Exporter12;
import shakedown.handshake.Finishes;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Export;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Renegotiate;
import shakedown.handshake.Input.Write;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Offer;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Rebinding;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRequest;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Both have finished. */
record Connected(Finishes finishes, Exporter12 exporter) implements Server12 {
  /**
   * Claims that the handshake is done.
   *
   * @param first who finished first
   */
  static Step after(Flight flight, Keyed12 done, Role first, PeerProven client) {
    return flight
        .claim(new Signal.Commit(Role.SERVER, client.name(), done.agreement()))
        .claim(new Signal.MaySend(Permission.FULL))
        .to(new Connected(Finishes.of(done.at(flight.transcript()), first), Exporter12.of(done)));
  }

  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ApplicationData(Value data)) ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Write(Value data) -> Step.write(this, Permission.FULL, data);
      case Received(ClientHello hello) ->
          Rebinding.mayFollow(finishes, context.policy())
              ? Again.after(finishes, again(hello, context.again(finishes)))
              : Step.refuseRenegotiation(this);
      // in no transcript, and the client may pass over it (RFC 5246 7.4.1.1)
      case Renegotiate _ when Rebinding.mayFollow(finishes, context.policy()) ->
          Step.to(this, new Effect.Send(new HelloRequest()), new Effect.Flush());
      case Export asked -> exporter.answer(this, asked, context);
      default -> otherwise(input);
    };
  }

  /** The version stays what it is, whatever else is offered (RFC 8446 4.1.2). */
  private static Step again(ClientHello hello, Context context) {
    return Offer.versions(hello).contains(Version.TLS12)
        ? Offer.judged(hello, Version.TLS12, context).then(() -> Server12.begin(hello, context))
        : Step.abort(CLIENT_VERSION_ACCEPTABLE);
  }
}
