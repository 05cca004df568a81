package shakedown.world;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shakedown.handshake.Closed;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Step;
import shakedown.property.Claim;
import shakedown.wire.Kind;
import shakedown.wire.Role;

/** One side of a run in some algebra, which writes down every step without its values. */
abstract class Peer {
  private final Role role;
  private final List<String> log;
  private final List<Claim> claims = new ArrayList<>();
  private Application application;
  private boolean closed;

  Peer(Role role, List<String> log) {
    this.role = role;
    this.log = log;
    application = Application.start(role);
  }

  /** Lets the application ask. */
  abstract void ask(Input input);

  /** Takes all that the other wrote, and says whether there was any. */
  abstract boolean hear();

  abstract Context context();

  ImmutableList<Claim> claims() {
    return ImmutableList.copyOf(claims);
  }

  /** Runs both sides until nothing can happen any more. */
  static void run(Peer client, Peer server) {
    boolean moved = true;
    while (moved) {
      boolean spoke = client.turn();
      boolean answered = server.turn();
      moved = spoke || answered;
    }
  }

  private boolean turn() {
    boolean heard = hear();
    Optional<Input.Asked> wish =
        application.wish(
            context().crypto().fresh(Kind.DATA, role == Role.CLIENT ? "request" : "response"));
    if (wish.isEmpty() || closed) {
      return heard;
    }
    application = application.granted(wish.get());
    ask(wish.get());
    return true;
  }

  void note(Endpoint before, Input input, Step step) {
    log.add(
        role
            + " "
            + before.getClass().getSimpleName()
            + ": "
            + Shape.of(input)
            + " -> "
            + step.next().getClass().getName()
            + " "
            + Shape.of(step.effects()));
    closed = step.next() instanceof Closed;
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Claim(var signal)) {
        claims.add(new Claim(role, signal));
        application = application.told(signal);
      }
    }
  }
}
