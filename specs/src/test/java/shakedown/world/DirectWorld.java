package shakedown.world;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import shakedown.adversary.Network;
import shakedown.adversary.Term;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.property.Claim;
import shakedown.property.Memory;
import shakedown.property.Property.Observed;
import shakedown.wire.Role;

/** The system of {@link World} once more, without a number or a table: slow and easy to read. */
record DirectWorld(Parties parties, Network network, ImmutableList<Observed> observers) {
  record Side(Local local, ImmutableList<Term> inbox, Application application) {
    boolean isClosed() {
      return local.isClosed();
    }
  }

  record State(Side client, Side server, boolean cut, ImmutableList<Memory> memories) {
    Side side(Role who) {
      return who == Role.CLIENT ? client : server;
    }

    State with(Role who, Side side) {
      return who == Role.CLIENT
          ? new State(side, server, cut, memories)
          : new State(client, side, cut, memories);
    }
  }

  /** All states that can be reached. */
  Set<State> reachable() {
    State start =
        new State(
            start(Role.CLIENT),
            start(Role.SERVER),
            false,
            observers.stream().map(Observed::start).collect(ImmutableList.toImmutableList()));
    Set<State> known = new HashSet<>(Set.of(start));
    Deque<State> queue = new ArrayDeque<>(known);
    while (!queue.isEmpty()) {
      successors(queue.remove()).stream().filter(known::add).forEach(queue::add);
    }
    return known;
  }

  private Side start(Role who) {
    return new Side(Local.start(parties.start(who)), ImmutableList.of(), Application.start(who));
  }

  private ImmutableList<State> successors(State state) {
    var next = ImmutableList.<State>builder();
    for (Role who : Role.values()) {
      Side side = state.side(who);
      Optional<Input.Asked> wish = side.application().wish(parties.data(who));
      if (side.isClosed()) {
        continue;
      }
      if (wish.isPresent()) {
        Application granted = side.application().granted(wish.get());
        Side asked = new Side(side.local(), side.inbox(), granted);
        next.add(after(state.with(who, asked), who, new Happening.Other(wish.get())));
      }
      if (!side.inbox().isEmpty()) {
        var rest = side.inbox().subList(1, side.inbox().size());
        Side read = new Side(side.local(), rest, side.application());
        var arrival = new Happening.Arrival(side.inbox().getFirst());
        next.add(after(state.with(who, read), who, arrival));
      } else if (state.cut()) {
        next.add(after(state, who, new Happening.Other(new Input.TransportClosed())));
      }
    }
    boolean over = state.client().isClosed() && state.server().isClosed();
    if (network == Network.CLOSING && !state.cut() && !over) {
      next.addAll(cuts(state));
    }
    return next.build();
  }

  private static ImmutableList<State> cuts(State state) {
    var next = ImmutableList.<State>builder();
    for (int c = 0; c <= state.client().inbox().size(); c++) {
      for (int s = 0; s <= state.server().inbox().size(); s++) {
        next.add(
            new State(
                shortened(state.client(), c),
                shortened(state.server(), s),
                true,
                state.memories()));
      }
    }
    return next.build();
  }

  private static Side shortened(Side side, int kept) {
    return new Side(side.local(), side.inbox().subList(0, kept), side.application());
  }

  private State after(State state, Role who, Happening happening) {
    Side side = state.side(who);
    Side peer = state.side(who.peer());
    Move move = parties.move(who, side.local(), happening);
    Application application = side.application();
    ImmutableList<Memory> memories = state.memories();
    for (Signal signal : move.claims()) {
      application = application.told(signal);
      memories = told(memories, new Claim(who, signal));
    }
    var inbox = move.next().isClosed() ? ImmutableList.<Term>of() : side.inbox();
    var sent = state.cut() || peer.isClosed() ? ImmutableList.<Term>of() : move.sent();
    var delivered = ImmutableList.<Term>builder().addAll(peer.inbox()).addAll(sent).build();
    return new State(state.client(), state.server(), state.cut(), memories)
        .with(who, new Side(move.next(), inbox, application))
        .with(who.peer(), new Side(peer.local(), delivered, peer.application()));
  }

  private ImmutableList<Memory> told(ImmutableList<Memory> memories, Claim claim) {
    var next = ImmutableList.<Memory>builder();
    for (int i = 0; i < observers.size(); i++) {
      next.add(observers.get(i).after(memories.get(i), claim));
    }
    return next.build();
  }
}
