package shakedown.explore;

import com.google.common.collect.ImmutableList;

/**
 * What a search found.
 *
 * @param states distinct rows
 * @param transitions successors that were pushed, to known rows as well
 * @param depth the deepest level with a new state
 * @param deadlocks rows without successors in which the system may not end
 * @param bytes what the store held of the heap at the end
 * @param ended why it came to its end
 * @param verdicts one a question, in their order
 */
public record Search(
    long states,
    long transitions,
    int depth,
    long deadlocks,
    long bytes,
    Ended ended,
    ImmutableList<Verdict> verdicts) {
  /** Heap a distinct row cost, its place in the table, its parent and its action included. */
  public double bytesPerState() {
    return (double) bytes / states;
  }
}
