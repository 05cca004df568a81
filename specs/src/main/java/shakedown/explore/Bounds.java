package shakedown.explore;

/**
 * Where a search ends although there is more.
 *
 * @param maxStates the search ends after the level in which this is passed, so that its counts
 *     depend on no order within a level
 * @param maxDepth the last level that is visited; the start is level 0
 */
public record Bounds(long maxStates, int maxDepth) {
  /** No bound but memory. */
  public static final Bounds NONE = new Bounds(Long.MAX_VALUE, Integer.MAX_VALUE);

  public Bounds {
    if (maxStates < 1 || maxDepth < 0) {
      throw new IllegalArgumentException(
          "at least 1 state and 0 levels, not " + maxStates + " and " + maxDepth);
    }
  }
}
