package shakedown.machine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import shakedown.client.Start;
import shakedown.crypto.Keys;
import shakedown.handshake.Again;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Finishes;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.rules.Rule;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Message;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * A client and a server over a line that carries whole messages, and may change them. Keys matter
 * to who skips early data only: what else comes under wrong keys is for the record layer's tests.
 */
public final class Duel {
  /** What arrives of a message that one side sent. */
  @FunctionalInterface
  interface Line {
    ImmutableList<Message> carry(Role from, Message message);
  }

  /** A state took an input. */
  public record Visit(Endpoint state, Input input, Context context, Step step) {
    /** Package and class, as {@code server13.ExpectFinished}; what is done again is not told. */
    public String stateName() {
      String name = inner(state).getClass().getName();
      return name.substring(name.indexOf('.') + 1);
    }

    /** The state in which a handshake that is done again is as well. */
    static Endpoint inner(Endpoint state) {
      return state instanceof Again(Finishes _, Endpoint inner) ? inner(inner) : state;
    }
  }

  private record Parcel(Role to, Message message, @Nullable Keys under) {}

  /** One endpoint: where it is, and all that it did. */
  private static final class Side {
    private final Context context;
    private final List<Effect> effects = new ArrayList<>();
    private Endpoint state;
    private @Nullable Keys reads;
    private @Nullable Keys writes;
    private boolean skips;

    Side(Context context, Endpoint state) {
      this.context = context;
      this.state = state;
    }
  }

  private final Side client;
  private final Side server;
  private final List<String> said = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private final Queue<Parcel> under = new ArrayDeque<>();
  private final Line line;

  private Duel(Party client, Party server, Line line) {
    this.client = new Side(client.context(), new Start());
    this.server = new Side(server.context(), new ExpectClientHello());
    this.line = line;
  }

  /** Run until nothing is under way. */
  static Duel of(Party client, Party server) {
    return of(client, server, Lines.UNTOUCHED);
  }

  static Duel of(Party client, Party server, Line line) {
    Duel duel = new Duel(client, server, line);
    duel.step(Role.CLIENT, new Input.Connect());
    duel.run();
    return duel;
  }

  void write(Role side, Value data) {
    ask(side, new Input.Write(data));
  }

  void ask(Role side, Input.Asked wish) {
    step(side, wish);
    run();
  }

  private void run() {
    for (Parcel next = under.poll(); next != null; next = under.poll()) {
      Side to = of(next.to());
      boolean opens = Objects.equals(next.under(), to.reads);
      if (opens || !to.skips) {
        to.skips = to.skips && (!opens || next.message() instanceof ChangeCipherSpec);
        step(next.to(), new Input.Received(next.message()));
      }
    }
  }

  private void step(Role role, Input input) {
    Side side = of(role);
    Step step = side.state.on(input, side.context);
    visits.add(new Visit(side.state, input, side.context, step));
    side.state = step.next();
    for (Effect effect : step.effects()) {
      side.effects.add(effect);
      perform(role, effect);
    }
  }

  private void perform(Role role, Effect effect) {
    Side side = of(role);
    switch (effect) {
      case Effect.Send(Message message) -> {
        said.add((role == Role.CLIENT ? "> " : "< ") + message.getClass().getSimpleName());
        for (Message arrived : line.carry(role, message)) {
          under.add(new Parcel(role.peer(), arrived, side.writes));
        }
      }
      case Effect.WriteUnder(var _, var keys) -> side.writes = keys;
      case Effect.ReadUnder(var _, var keys) -> side.reads = keys;
      case Effect.SkipEarlyData _ -> side.skips = true;
      case Effect.WriteAtMost _, Effect.ReadAtMost _ -> {}
      case Effect.Speak _, Effect.Flush _, Effect.Claim _ -> {}
    }
  }

  private Side of(Role side) {
    return side == Role.CLIENT ? client : server;
  }

  Endpoint state(Role side) {
    return of(side).state;
  }

  /** The messages in the order in which they were sent, {@code >} from the client. */
  ImmutableList<String> said() {
    return ImmutableList.copyOf(said);
  }

  /** Every step that either side made. */
  public ImmutableList<Visit> visits() {
    return ImmutableList.copyOf(visits);
  }

  /** All that this side did, in order. */
  ImmutableList<Effect> effects(Role side) {
    return ImmutableList.copyOf(of(side).effects);
  }

  <S extends Signal> ImmutableList<S> claims(Role side, Class<S> type) {
    return of(side).effects.stream()
        .filter(Effect.Claim.class::isInstance)
        .map(effect -> ((Effect.Claim) effect).signal())
        .filter(type::isInstance)
        .map(type::cast)
        .collect(toImmutableList());
  }

  public <M extends Message> M heard(Role from, Class<M> type) {
    return of(from).effects.stream()
        .filter(Effect.Send.class::isInstance)
        .map(effect -> ((Effect.Send) effect).message())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  boolean isConnected() {
    return state(Role.CLIENT).name().equals("Connected")
        && state(Role.SERVER).name().equals("Connected");
  }

  /** The rule for which this side gave up, if it did. */
  Optional<Rule> broken(Role side) {
    return claims(side, Signal.Alerted.class).stream().map(Signal.Alerted::broken).findFirst();
  }
}
