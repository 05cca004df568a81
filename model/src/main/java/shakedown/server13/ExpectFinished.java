package shakedown.server13;

import static shakedown.rules.Rule.CLIENT_FINISHED_IS_VALID;

import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Keys;
import shakedown.crypto.Transcript;
import shakedown.handshake.CertificateTypes;
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
import shakedown.handshake.Traffic;
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
 * @param peer whom the client has shown itself to be
 */
record ExpectFinished(ServerSaid said, Transcript transcript, PeerProven peer)
    implements ClientProven {
  @Override
  public Hash hash() {
    return said.hash();
  }

  @Override
  public boolean isLate() {
    return false;
  }

  @Override
  public Permission permission() {
    return Permission.HALF_RTT;
  }

  @Override
  public CertificateTypes types() {
    return CertificateTypes.in(transcript);
  }

  @Override
  public ExpectFinished heard(Message message) {
    return new ExpectFinished(said, transcript.add(message), peer);
  }

  @Override
  public ExpectFinished proven(PeerProven client) {
    return new ExpectFinished(said, transcript, client);
  }

  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Finished finished) ->
          context
              .require(CLIENT_FINISHED_IS_VALID, () -> tag().isIn(finished, transcript, context))
              .then(() -> complete(transcript.add(finished), context));
      case Write(Value data) -> Step.write(this, permission(), data);
      default -> otherwise(input);
    };
  }

  private Tag tag() {
    return new Tag(said.clientSecret(), hash());
  }

  private Step complete(Transcript whole, Context context) {
    CipherSuite suite = said.suite();
    var schedule = new KeySchedule13(context.crypto(), hash());
    Value theirs = schedule.derive(said.masterSecret(), "c ap traffic", said.untilServer());
    Flight flight =
        Flight.after(whole)
            .readUnder(Epoch.APPLICATION, new Keys(suite, Role.CLIENT, theirs))
            .claim(new Signal.Commit(Role.SERVER, peer.name(), said.agreement()))
            .claim(new Signal.MaySend(Permission.FULL));
    var established =
        new Established(suite, said.masterSecret(), said.untilServer(), whole, peer.name());
    return new Tickets(established, context)
        .given(flight, 0, said.tickets())
        .to(
            new Connected(
                established,
                said.tickets(),
                Traffic.of(suite, Role.SERVER, said.ours(), theirs),
                Requests.NONE));
  }
}
