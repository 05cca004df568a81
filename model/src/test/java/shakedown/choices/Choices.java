package shakedown.choices;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Enumerates every sequence of bounded choices, smallest first: {@code for (var choices = new
 * Choices(); choices.next(); )}.
 *
 * <p>The body asks for values as if they were random; it is run once for each combination of
 * answers. The answers given are kept as digits, each with the bound that was asked for; the next
 * run increments the last digit that can grow.
 */
public final class Choices {
  private final List<Integer> digits = new ArrayList<>();
  private final List<Integer> bounds = new ArrayList<>();
  private int asked;
  private boolean started;

  /** Whether there is one more combination. */
  public boolean next() {
    asked = 0;
    if (!started) {
      started = true;
      return true;
    }
    while (!digits.isEmpty()) {
      int last = digits.size() - 1;
      if (digits.get(last) + 1 < bounds.get(last)) {
        digits.set(last, digits.get(last) + 1);
        return true;
      }
      digits.removeLast();
      bounds.removeLast();
    }
    return false;
  }

  /** A number from 0 to bound - 1. */
  public int below(int bound) {
    if (asked == digits.size()) {
      digits.add(0);
      bounds.add(bound);
    }
    return digits.get(asked++);
  }

  public boolean coin() {
    return below(2) == 1;
  }

  public <T> T oneOf(List<T> values) {
    return values.get(below(values.size()));
  }

  /** In their order. */
  public <T> ImmutableList<T> subsetOf(List<T> values) {
    return values.stream().filter(_ -> coin()).collect(toImmutableList());
  }

  /** The choices of this run, to replay it. */
  @Override
  public String toString() {
    return "choices " + digits;
  }
}
