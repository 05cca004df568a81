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
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.peer.Live;
import shakedown.peer.Watcher;
import shakedown.rules.Rules;
import shakedown.wire.Message;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Octets;
import shakedown.wire.Role;

/** One side as it is recorded. */
final class Recorded implements Watcher {
  private static final int NOTHING = -1;

  private final Role side;
  private final List<Move> moves;
  private final Live live;
  private final Performance performance = new Performance();
  private final Deque<Written> written = new ArrayDeque<>();

  private ImmutableList<Integer> before = ImmutableList.of();
  private @Nullable Heard heard;
  private int responseOctets;
  private int lastHandshakeMove = NOTHING;
  private int permitted = NOTHING;
  private int lastDataMove = NOTHING;
  private int said;
  private int received;

  Recorded(Role side, Endpoint start, Party party, List<Move> moves) {
    this.side = side;
    this.moves = moves;
    Metered metered = new Metered(party.algebra(), performance);
    Context context =
        new Context(party.policy(), party.credentials(), party.trust(), Rules.RFC, metered);
    this.live = new Live(start, context, metered, this);
  }

  boolean hasWritten() {
    return !written.isEmpty();
  }

  @Nullable Written poll() {
    return written.poll();
  }

  boolean maySend() {
    return permitted != NOTHING;
  }

  /** Octets of application data that were sent and not refused. */
  int saidOctets() {
    return said;
  }

  int heardOctets() {
    return received;
  }

  ImmutableList<Integer> lastHeard() {
    return lastDataMove == NOTHING ? ImmutableList.of() : ImmutableList.of(lastDataMove);
  }

  String summary() {
    return live.state().name() + " after " + live.signals();
  }

  void ask(Input input, ImmutableList<Integer> after) {
    before = after;
    heard = null;
    live.on(input);
  }

  /** Says something new, which comes after what permitted it and what it answers. */
  void say(int octets, ImmutableList<Integer> answered) {
    ask(
        new Input.Write(Octets.of(new byte[octets])),
        ImmutableList.<Integer>builder().add(permitted).addAll(answered).build());
  }

  void receive(Written record, int wholeResponse) {
    heard = new Heard(record.move(), record.until());
    responseOctets = wholeResponse;
    live.receive(Octets.bytes(record.record()));
  }

  @Override
  public void stepped(Endpoint state, Input input, Step step) {
    performance.begin(input, step);
    boolean reads = input instanceof Input.Received;
    if (reads) {
      before =
          lastHandshakeMove == NOTHING ? ImmutableList.of() : ImmutableList.of(lastHandshakeMove);
    }
    if (step.effects().isEmpty()) {
      end(input);
    } else {
      performance.upTo(input, step.effects().size());
    }
  }

  @Override
  public void did(Effect effect, ImmutableList<Octets> records) {
    throw new AssertionError();
  }

  private void end(Input input) {
    throw new AssertionError();
  }
}
