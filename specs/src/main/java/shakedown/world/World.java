package shakedown.world;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.adversary.Network;
import shakedown.adversary.Term;
import shakedown.explore.TransitionSystem;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.property.Claim;
import shakedown.property.Memory;
import shakedown.property.Property.Observed;
import shakedown.wire.Role;

/** One client, one server, what lies between them and who watches, as a row of small numbers. */
final class World implements TransitionSystem {
  // A row: for the client, then for the server: its local state, what is on its way to it, its
  // application; then whether the transport is open; then what each observer remembers. All but the
  // link are numbers of an interner. Whoever is closed reads no more: nothing is on its way to it.
  private static final int PER_SIDE = 3;
  private static final int INBOX = 1;
  private static final int APPLICATION = 2;
  private static final int LINK = 2 * PER_SIDE;
  private static final int OBSERVERS = LINK + 1;
  private static final int OPEN = 0;
  private static final int CUT = 1;

  private final Parties parties;
  private final Network network;
  private final ImmutableList<Observed> observers;
  private final Channels channels = new Channels();
  private final StepTable steps;
  private final Interner<Action> actions = new Interner<>();
  private final Interner<Application> applications = new Interner<>();
  private final Interner<Memory> memories = new Interner<>();
  private final int[] next;

  World(Parties parties, Network network, ImmutableList<Observed> observers) {
    this.parties = parties;
    this.network = network;
    this.observers = observers;
    steps = new StepTable(parties, channels);
    next = new int[OBSERVERS + observers.size()];
  }

  @Override
  public int width() {
    return next.length;
  }

  @Override
  public void start(Sink sink) {
    for (Role who : Role.values()) {
      next[at(who)] = steps.start(who);
      next[at(who) + INBOX] = channels.empty();
      next[at(who) + APPLICATION] = applications.id(Application.start(who));
    }
    next[LINK] = OPEN;
    for (int i = 0; i < observers.size(); i++) {
      next[OBSERVERS + i] = memories.id(observers.get(i).start());
    }
    sink.add(0, next);
  }

  @Override
  public void successors(int[] row, Sink sink) {
    for (Role who : Role.values()) {
      if (!isClosed(row, who)) {
        moves(row, who, sink);
      }
    }
    if (network == Network.CLOSING && !isCut(row) && !mayEnd(row)) {
      cuts(row, sink);
    }
  }

  @Override
  public boolean mayEnd(int[] row) {
    return isClosed(row, Role.CLIENT) && isClosed(row, Role.SERVER);
  }

  @Override
  public String describe(int action) {
    return action(action).toString();
  }

  Action action(int number) {
    return actions.get(number);
  }

  Memory memory(int[] row, int observer) {
    return memories.get(row[OBSERVERS + observer]);
  }

  boolean isCut(int[] row) {
    return row[LINK] == CUT;
  }

  Local local(int[] row, Role who) {
    return steps.local(row[at(who)]);
  }

  Application application(int[] row, Role who) {
    return applications.get(row[at(who) + APPLICATION]);
  }

  /** What this side's application asks for in this row, if it does. */
  Optional<Input.Asked> wish(int[] row, Role who) {
    return application(row, who).wish(parties.data(who));
  }

  /** What is on its way to this side, oldest first. */
  ImmutableList<Term> inbox(int[] row, Role who) {
    return channels.records(row[at(who) + INBOX]);
  }

  /** What this side claims when this happens to it in this row. */
  ImmutableList<Signal> claims(int[] row, Role who, Happening happening) {
    return steps.claims(steps.step(who, row[at(who)], happening).claims());
  }

  private void moves(int[] row, Role who, Sink sink) {
    Optional<Input.Asked> wish = wish(row, who);
    if (wish.isPresent()) {
      begin(row);
      Application granted = application(row, who).granted(wish.get());
      next[at(who) + APPLICATION] = applications.id(granted);
      move(who, new Happening.Other(wish.get()));
      sink.add(actions.id(new Action.Ask(who)), next);
    }
    int inbox = row[at(who) + INBOX];
    if (channels.length(inbox) > 0) {
      begin(row);
      next[at(who) + INBOX] = channels.tail(inbox);
      move(who, new Happening.Arrival(channels.head(inbox)));
      sink.add(actions.id(new Action.Deliver(who)), next);
    } else if (isCut(row)) {
      begin(row);
      move(who, new Happening.Other(new Input.TransportClosed()));
      sink.add(actions.id(new Action.Learn(who)), next);
    }
  }

  /** Each number of records that still arrive in either direction is another way to close. */
  private void cuts(int[] row, Sink sink) {
    int toClient = row[at(Role.CLIENT) + INBOX];
    int toServer = row[at(Role.SERVER) + INBOX];
    for (int c = 0; c <= channels.length(toClient); c++) {
      for (int s = 0; s <= channels.length(toServer); s++) {
        begin(row);
        next[LINK] = CUT;
        next[at(Role.CLIENT) + INBOX] = channels.prefix(toClient, c);
        next[at(Role.SERVER) + INBOX] = channels.prefix(toServer, s);
        sink.add(actions.id(new Action.Cut(c, s)), next);
      }
    }
  }

  private void begin(int[] row) {
    System.arraycopy(row, 0, next, 0, next.length);
  }

  /** Lets something happen to one side of the next row, with all that follows at once. */
  private void move(Role who, Happening happening) {
    StepTable.Entry step = steps.step(who, next[at(who)], happening);
    next[at(who)] = step.next();
    if (step.closed()) {
      next[at(who) + INBOX] = channels.empty();
    }
    if (!isCut(next) && !isClosed(next, who.peer())) {
      int peer = at(who.peer()) + INBOX;
      next[peer] = channels.append(next[peer], step.sent());
    }
    for (Signal signal : steps.claims(step.claims())) {
      tell(who, signal);
    }
  }

  private void tell(Role who, Signal signal) {
    int application = at(who) + APPLICATION;
    next[application] = applications.id(applications.get(next[application]).told(signal));
    for (int i = 0; i < observers.size(); i++) {
      Memory before = memories.get(next[OBSERVERS + i]);
      next[OBSERVERS + i] = memories.id(observers.get(i).after(before, new Claim(who, signal)));
    }
  }

  private boolean isClosed(int[] row, Role who) {
    return local(row, who).isClosed();
  }

  private static int at(Role who) {
    return who == Role.CLIENT ? 0 : PER_SIDE;
  }
}
