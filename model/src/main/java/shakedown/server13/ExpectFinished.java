package shakedown.server13;

import static shakedown.rules.Rule.CLIENT_FINISHED_IS_VALID;

import org.jspecify.annotations.Nullable;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Keys;
import shakedown.crypto.Transcript;
import shakedown.handshake.Agreement;
import shakedown.handshake.Context;
import shakedown.handshake.Epoch;
import shakedown.handshake.Established;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.handshake.Tag;
import shakedown.wire.CipherSuite;
import shakedown.wire.Hash;
import shakedown.wire.Message;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * All is said but the client's last word (RFC 8446 A.2: WAIT_FINISHED).
 *
 * @param transcript all messages so far
 * @param clientSecret the client's handshake traffic secret
 * @param tickets how many are due
 * @param peer null where the client has not shown who it is
 */
record ExpectFinished(
    Agreement agreement,
    Transcript untilServer,
    Transcript transcript,
    Value masterSecret,
    Value clientSecret,
    int tickets,
    @Nullable PeerProven peer)
    implements ClientProven {
  ExpectFinished(
      Agreement agreement,
      Transcript untilServer,
      Value masterSecret,
      Value clientSecret,
      int tickets) {
    this(agreement, untilServer, untilServer, masterSecret, clientSecret, tickets, null);
  }

  CipherSuite suite() {
    return agreement.suite();
  }

  @Override
  public Hash hash() {
    return suite().hash();
  }

  @Override
  public ExpectFinished heard(Message message) {
    return new ExpectFinished(
        agreement, untilServer, transcript.add(message), masterSecret, clientSecret, tickets, peer);
  }

  @Override
  public ExpectFinished proven(PeerProven client) {
    return new ExpectFinished(
        agreement, untilServer, transcript, masterSecret, clientSecret, tickets, client);
  }

  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Finished finished) ->
          context
              .require(CLIENT_FINISHED_IS_VALID, () -> tag().isIn(finished, transcript, context))
              .then(() -> complete(transcript.add(finished), context));
      case Write(Value data) -> Step.write(this, Permission.HALF_RTT, data);
      default -> otherwise(input);
    };
  }

  private Tag tag() {
    return new Tag(clientSecret, suite().hash());
  }

  private Step complete(Transcript whole, Context context) {
    var schedule = new KeySchedule13(context.crypto(), suite().hash());
    Value theirs = schedule.derive(masterSecret, "c ap traffic", untilServer);
    Flight flight =
        Flight.after(whole)
            .readUnder(Epoch.APPLICATION, new Keys(suite(), Role.CLIENT, theirs))
            .claim(new Signal.Commit(Role.SERVER, peer == null ? "anyone" : peer.name(), agreement))
            .claim(new Signal.MaySend(Permission.FULL));
    var established = new Established(suite(), masterSecret, untilServer, whole);
    return new Tickets(established, context)
        .given(flight, 0, tickets)
        .to(new Connected(established, tickets));
  }
}
