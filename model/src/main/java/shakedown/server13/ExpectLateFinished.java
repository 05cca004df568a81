package shakedown.server13;

import static shakedown.rules.Rule.CLIENT_FINISHED_IS_VALID;

import shakedown.crypto.Transcript;
import shakedown.handshake.Agreement;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Write;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Hash;
import shakedown.wire.Message;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * A client that was asked after the handshake has said who it is; its tag is to come (RFC 8446
 * 4.6.2).
 *
 * @param back where it goes on
 * @param transcript of the handshake, and all of this authentication so far
 * @param peer whom the client has shown itself to be now
 */
record ExpectLateFinished(Connected back, Transcript transcript, PeerProven peer)
    implements ClientProven {
  @Override
  public Hash hash() {
    return back.established().suite().hash();
  }

  @Override
  public boolean isLate() {
    return true;
  }

  @Override
  public Permission permission() {
    return Permission.FULL;
  }

  @Override
  public CertificateTypes types() {
    return CertificateTypes.in(back.established().untilServer());
  }

  @Override
  public ExpectLateFinished heard(Message message) {
    return new ExpectLateFinished(back, transcript.add(message), peer);
  }

  @Override
  public ExpectLateFinished proven(PeerProven client) {
    return new ExpectLateFinished(back, transcript, client);
  }

  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Finished finished) ->
          context
              .require(CLIENT_FINISHED_IS_VALID, () -> isTag(finished, context))
              .then(() -> authenticated(context));
      case Write(Value data) -> Step.write(this, permission(), data);
      default -> Step.unexpected(this, input);
    };
  }

  private boolean isTag(Finished finished, Context context) {
    return back.traffic().clientTag().isIn(finished, transcript, context);
  }

  private Step authenticated(Context context) {
    Agreement agreement = back.established().agreement(context);
    return peer.equals(PeerProven.ANYONE)
        ? Step.to(back)
        : Step.to(
            back.knowing(peer),
            new Effect.Claim(new Signal.Commit(Role.SERVER, peer.name(), agreement)));
  }
}
