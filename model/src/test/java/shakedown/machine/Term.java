package shakedown.machine;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Value;

/** What was done to what: two values are the same if they were made in the same way. */
public record Term(String function, ImmutableList<Object> arguments) implements Value {
  public static Term of(String function, Object... arguments) {
    return new Term(function, ImmutableList.copyOf(arguments));
  }

  boolean is(String other) {
    return function.equals(other);
  }

  @Override
  public String toString() {
    return function + arguments;
  }
}
