package shakedown.explore;

/**
 * A finite system whose states are rows of ints: all that an explorer needs to know of it.
 *
 * <p>Answers are functions of the row alone. The same row gives the same successors in the same
 * order, so that counts and traces never depend on when something was asked.
 */
public interface TransitionSystem {
  /** Ints in a row, the same for every state. */
  int width();

  /** Pushes the rows in which the system may start; their actions are ignored. */
  void start(Sink sink);

  /** Pushes every row that one action leads to; a row may be pushed more than once. */
  void successors(int[] row, Sink sink);

  /** Whether the system may rest here: a row without successors that may not is a deadlock. */
  boolean mayEnd(int[] row);

  /** What an action is, for people. */
  String describe(int action);

  /** Takes rows. The array may be used again by the caller as soon as the call returns. */
  @FunctionalInterface
  interface Sink {
    /**
     * One row and the action that led to it.
     *
     * @param action any number that {@link TransitionSystem#describe} knows
     * @param row as wide as the system says
     */
    void add(int action, int[] row);
  }
}
