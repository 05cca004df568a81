package shakedown.machine;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import shakedown.machine.Duel.Line;
import shakedown.wire.Message;

/** Lines on which something goes wrong. */
final class Lines {
  private Lines() {}

  static <M extends Message> Line changing(Class<M> type, UnaryOperator<M> change) {
    return (from, message) ->
        ImmutableList.of(type.isInstance(message) ? change.apply(type.cast(message)) : message);
  }

  static Line losing(Class<? extends Message> type) {
    return (from, message) ->
        type.isInstance(message) ? ImmutableList.of() : ImmutableList.of(message);
  }

  /** Something more comes just before the first message of this type. */
  static Line inserting(Message more, Class<? extends Message> before) {
    return (from, message) ->
        before.isInstance(message) ? ImmutableList.of(more, message) : ImmutableList.of(message);
  }
}
