package shakedown.world;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.adversary.Protection;
import shakedown.adversary.Term;
import shakedown.handshake.Closed;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.rules.Rule;
import shakedown.wire.Message;

/**
 * An endpoint with what its record layer knows. Records in the open come before the first key; a
 * ChangeCipherSpec is in the open always.
 *
 * @param readKey of the next record to come; null while they come in the open
 * @param writeKey of the next record to go; null while they go in the open
 * @param skipping whether records that do not open are early data that was refused
 */
record Local(Endpoint state, @Nullable Term readKey, @Nullable Term writeKey, boolean skipping) {

  static Local start(Endpoint state) {
    return new Local(state, null, null, false);
  }

  boolean isClosed() {
    return state instanceof Closed;
  }

  /** What comes of a happening; a record that is skipped changes nothing. */
  Move on(Happening happening, Context context, Protection protection) {
    return switch (happening) {
      case Happening.Other(Input input) -> after(state.on(input, context), protection);
      case Happening.Arrival(Term record) -> receive(record, context, protection);
    };
  }

  private Move receive(Term record, Context context, Protection protection) {
    Optional<Message> message = open(record);
    if (message.isPresent()) {
      boolean stillSkips = skipping && message.get() instanceof Message.ChangeCipherSpec;
      Term next =
          readKey == null || !Protection.isSealed(record) ? readKey : protection.nextKey(readKey);
      return new Local(state, next, writeKey, stillSkips)
          .after(state.on(new Input.Received(message.get()), context), protection);
    }
    boolean sealed = Protection.isSealed(record);
    if (skipping && sealed) {
      return new Move(this, ImmutableList.of(), ImmutableList.of());
    }
    Rule broken =
        sealed && readKey == null ? Rule.APPLICATION_DATA_PROTECTED : Rule.RECORD_DEPROTECTS;
    return after(state.on(new Input.Refused(broken), context), protection);
  }

  private Optional<Message> open(Term record) {
    if (Protection.isSealed(record)) {
      return readKey == null ? Optional.empty() : Protection.open(record, readKey);
    }
    return Protection.read(record)
        .filter(message -> readKey == null || message instanceof Message.ChangeCipherSpec);
  }

  private Move after(Step step, Protection protection) {
    Term read = readKey;
    Term write = writeKey;
    boolean skips = skipping;
    var sent = ImmutableList.<Term>builder();
    var claims = ImmutableList.<Signal>builder();
    for (Effect effect : step.effects()) {
      switch (effect) {
        case Effect.Send(Message.ChangeCipherSpec message) ->
            sent.add(protection.seal(null, message));
        case Effect.Send(Message message) -> {
          sent.add(protection.seal(write, message));
          write = write == null ? null : protection.nextKey(write);
        }
        case Effect.WriteUnder(_, var keys) ->
            write = keys == null ? null : protection.firstKey(keys);
        case Effect.ReadUnder(_, var keys) -> read = protection.firstKey(keys);
        case Effect.SkipEarlyData _ -> skips = true;
        case Effect.Claim(var signal) -> claims.add(signal);
        // terms have no length
        case Effect.WriteAtMost _, Effect.ReadAtMost _, Effect.Speak _, Effect.Flush _ -> {}
      }
    }
    return new Move(new Local(step.next(), read, write, skips), sent.build(), claims.build());
  }
}
