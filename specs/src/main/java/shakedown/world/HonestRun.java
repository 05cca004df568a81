package shakedown.world;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import shakedown.adversary.Term;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.property.Claim;
import shakedown.wire.Role;

/** One run over a reliable network, each side reading all that came before it speaks again. */
final class HonestRun {
  private static final class Side {
    private final Role role;
    private final Deque<Term> inbox = new ArrayDeque<>();
    private Local local;
    private Application application;

    private Side(Role role, Local local) {
      this.role = role;
      this.local = local;
      application = Application.start(role);
    }
  }

  private final Parties parties;
  private final Side client;
  private final Side server;
  private final List<Claim> claims = new ArrayList<>();

  private HonestRun(Parties parties) {
    this.parties = parties;
    client = new Side(Role.CLIENT, Local.start(parties.start(Role.CLIENT)));
    server = new Side(Role.SERVER, Local.start(parties.start(Role.SERVER)));
  }

  /** All that is claimed until nothing can happen any more. */
  static ImmutableList<Claim> claims(Parties parties) {
    var run = new HonestRun(parties);
    boolean moved = true;
    while (moved) {
      boolean spoke = run.turn(run.client, run.server);
      boolean answered = run.turn(run.server, run.client);
      moved = spoke || answered;
    }
    return ImmutableList.copyOf(run.claims);
  }

  /** Whether anything happened. */
  private boolean turn(Side side, Side peer) {
    boolean moved = !side.inbox.isEmpty();
    while (!side.inbox.isEmpty()) {
      move(side, peer, new Happening.Arrival(side.inbox.remove()));
    }
    Optional<Input.Asked> wish = side.application.wish(parties.data(side.role));
    if (wish.isEmpty() || side.local.isClosed()) {
      return moved;
    }
    side.application = side.application.granted(wish.get());
    move(side, peer, new Happening.Other(wish.get()));
    return true;
  }

  private void move(Side side, Side peer, Happening happening) {
    Move move = parties.move(side.role, side.local, happening);
    side.local = move.next();
    peer.inbox.addAll(move.sent());
    for (Signal signal : move.claims()) {
      side.application = side.application.told(signal);
      claims.add(new Claim(side.role, signal));
    }
  }
}
