package shakedown.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import shakedown.adversary.Protection;
import shakedown.adversary.Term;
import shakedown.handshake.Context;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Step;
import shakedown.wire.Role;

/** A side whose values are terms. */
final class SymbolicPeer extends Peer {
  /** An endpoint that notes what it does. */
  private record Noted(Endpoint inner, Peer peer) implements Endpoint {
    @Override
    public Step on(Input input, Context context) {
      Step step = inner.on(input, context);
      peer.note(inner, input, step);
      return new Step(new Noted(step.next(), peer), step.effects());
    }
  }

  private final Deque<Term> inbox;
  private final Deque<Term> outbox;
  private final Context context;
  private final Protection protection;
  private Local local;

  private SymbolicPeer(
      Parties parties, Role role, Deque<Term> inbox, Deque<Term> outbox, List<String> log) {
    super(role, log);
    this.inbox = inbox;
    this.outbox = outbox;
    context = parties.context(role);
    protection = new Protection(parties.terms());
    local = Local.start(new Noted(parties.start(role), this));
  }

  /** The steps of an honest run. */
  static List<String> run(Parties parties) {
    List<String> log = new ArrayList<>();
    Deque<Term> toServer = new ArrayDeque<>();
    Deque<Term> toClient = new ArrayDeque<>();
    Peer.run(
        new SymbolicPeer(parties, Role.CLIENT, toClient, toServer, log),
        new SymbolicPeer(parties, Role.SERVER, toServer, toClient, log));
    return log;
  }

  @Override
  Context context() {
    return context;
  }

  @Override
  void ask(Input input) {
    move(new Happening.Other(input));
  }

  @Override
  boolean hear() {
    boolean heard = !inbox.isEmpty();
    while (!inbox.isEmpty()) {
      move(new Happening.Arrival(inbox.remove()));
    }
    return heard;
  }

  private void move(Happening happening) {
    Move move = local.on(happening, context, protection);
    local = move.next();
    outbox.addAll(move.sent());
  }
}
