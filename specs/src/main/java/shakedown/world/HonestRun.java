package shakedown.world;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shakedown.adversary.Term;
import shakedown.handshake.Input;
import shakedown.property.Claim;
import shakedown.wire.Role;

/** One run over a reliable network, each side reading all that came before it speaks again. */
final class HonestRun {
  private static final class Side {
    private Local local;
    private Application application;
    private final Deque<Term> inbox = new ArrayDeque<>();

    private Side(Local local, Application application) {
      this.local = local;
      this.application = application;
    }
  }

  private final Parties parties;
  private final Map<Role, Side> sides = new EnumMap<>(Role.class);
  private final List<Claim> claims = new ArrayList<>();

  private HonestRun(Parties parties) {
    this.parties = parties;
    for (Role who : Role.values()) {
      sides.put(who, new Side(Local.start(parties.start(who)), Application.start(who)));
    }
  }

  /** All that is claimed until nothing can happen any more. */
  static ImmutableList<Claim> claims(Parties parties) {
    var run = new HonestRun(parties);
    while (run.turn(Role.CLIENT) | run.turn(Role.SERVER)) {
      continue;
    }
    return ImmutableList.copyOf(run.claims);
  }

  /** Whether anything happened. */
  private boolean turn(Role who) {
    Side side = side(who);
    boolean moved = false;
    while (!side.inbox.isEmpty()) {
      move(who, new Happening.Arrival(side.inbox.remove()));
      moved = true;
    }
    Optional<Input.Asked> wish = side.application.wish(parties.data(who));
    if (wish.isEmpty() || side.local.isClosed()) {
      return moved;
    }
    side.application = side.application.granted(wish.get());
    move(who, new Happening.Other(wish.get()));
    return true;
  }

  private void move(Role who, Happening happening) {
    Side side = side(who);
    Move move = parties.move(who, side.local, happening);
    side.local = move.next();
    side(who.peer()).inbox.addAll(move.sent());
    move.claims()
        .forEach(
            signal -> {
              side.application = side.application.told(signal);
              claims.add(new Claim(who, signal));
            });
  }

  private Side side(Role who) {
    return sides.get(who);
  }
}
