package shakedown.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;

/**
 * A way through a system: where it started, and what led to which row.
 *
 * @param rows the first is a start
 * @param actions one fewer than rows: action i leads from row i to row i + 1
 */
public record Path(ImmutableList<ImmutableIntArray> rows, ImmutableIntArray actions) {
  public Path {
    if (rows.size() != actions.length() + 1) {
      throw new IllegalArgumentException(
          rows.size() + " rows want one action fewer, not " + actions.length());
    }
  }

  /** Actions taken. */
  public int length() {
    return actions.length();
  }
}
