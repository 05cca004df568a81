package shakedown.tape;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Metered;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Effect.Claim;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.peer.Live;
import shakedown.peer.Watcher;
import shakedown.rules.Rules;
import shakedown.wire.Octets;
import shakedown.wire.Role;

/** One side of a session while it is recorded. */
final class Recorded implements Watcher {
  private final Role side;
  private final List<Move> moves;
  private final Live live;
  private final Deque<Written> written = new ArrayDeque<>();
  private final Progress progress;

  private List<Ran> running = new ArrayList<>();
  private @Nullable Performance performance;
  private ImmutableList<Integer> after = ImmutableList.of();
  private ImmutableList<Heard> heard = ImmutableList.of();

  /**
   * @param moves of both sides, to which those of this one are added
   * @param expected octets of application data from the peer
   */
  Recorded(Role side, Endpoint start, Party party, List<Move> moves, int expected) {
    this.side = side;
    this.moves = moves;
    this.progress = new Progress(side, expected);
    var metered =
        new Metered(
            party.algebra(), (operation, result) -> running.add(new Ran(operation, result)));
    this.live =
        new Live(
            start,
            new Context(party.policy(), party.credentials(), party.trust(), Rules.RFC, metered),
            metered,
            this);
  }

  Progress progress() {
    return progress;
  }

  /** What it claimed, in order. */
  ImmutableList<Signal> signals() {
    return live.signals();
  }

  /** The oldest record that it wrote and that was not taken before. */
  @Nullable Written poll() {
    return written.poll();
  }

  boolean hasWritten() {
    return !written.isEmpty();
  }

  void connect() {
    after = ImmutableList.of();
    heard = ImmutableList.of();
    live.on(new Input.Connect());
  }

  void say(int octets) {
    after = progress.beforeSaying();
    heard = ImmutableList.of();
    live.on(new Input.Write(Octets.of(new byte[octets])));
  }

  void receive(Written record) {
    heard = ImmutableList.of(new Heard(record.move(), record.until()));
    live.receive(Octets.bytes(record.octets()));
  }

  @Override
  public void stepped(Endpoint before, Input input, Step step) {
    if (input instanceof Received) {
      after = progress.beforeReading();
    }
    progress.began(input, moves.size());
    performance = new Performance(input, step, running);
    running = new ArrayList<>();
    if (performance.isComplete()) {
      end(performance);
    }
  }

  @Override
  public void did(Effect effect, ImmutableList<Octets> records) {
    Performance now = performance;
    if (now == null) {
      throw new AssertionError("an effect without a step");
    }
    int from = now.octets();
    now.add(effect, records, running, reached(effect));
    running = new ArrayList<>();
    int until = from;
    for (Octets record : records) {
      until += Octets.length(record);
      written.add(new Written(moves.size(), until, record));
    }
    if (now.isComplete()) {
      end(now);
    }
  }

  private ImmutableList<Milestone> reached(Effect effect) {
    return effect instanceof Claim(Signal signal)
        ? progress.claimed(signal, moves.size())
        : ImmutableList.of();
  }

  private void end(Performance done) {
    moves.add(new Move(side, after, heard, done.acts()));
    performance = null;
  }

  @Override
  public String toString() {
    return live.state().name() + " after " + live.signals();
  }
}
