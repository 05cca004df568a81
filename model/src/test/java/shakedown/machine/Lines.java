package shakedown.machine;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import shakedown.machine.Duel.Line;
import shakedown.wire.Message;
import shakedown.wire.Role;

/** Lines on which something goes wrong. */
final class Lines {
  static final Line UNTOUCHED = (from, message) -> ImmutableList.of(message);

  private Lines() {}

  static <M extends Message> Line changing(Class<M> type, UnaryOperator<M> change) {
    return (from, message) ->
        ImmutableList.of(type.isInstance(message) ? change.apply(type.cast(message)) : message);
  }

  static Line losing(Class<? extends Message> type) {
    return (from, message) ->
        type.isInstance(message) ? ImmutableList.of() : ImmutableList.of(message);
  }

  /** Something more comes just before each message of this type. */
  static Line inserting(Message more, Class<? extends Message> before) {
    return (from, message) ->
        before.isInstance(message) ? ImmutableList.of(more, message) : ImmutableList.of(message);
  }

  /** Something more comes just after each message of this type. */
  static Line appending(Message more, Class<? extends Message> after) {
    return (from, message) ->
        after.isInstance(message) ? ImmutableList.of(message, more) : ImmutableList.of(message);
  }

  /** Only what this side says is touched. */
  static Line from(Role side, Line line) {
    return (from, message) -> from == side ? line.carry(from, message) : ImmutableList.of(message);
  }
}
