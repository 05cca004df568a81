package shakedown.world;

import com.google.common.collect.ImmutableList;

/**
 * What an exploration found.
 *
 * @param states distinct worlds
 * @param transitions steps between them, to known ones as well
 * @param depth steps to the farthest world
 * @param bytesPerState heap that a world cost, its place in the store and its parent included
 * @param deadlocks worlds that should go on and cannot
 * @param bounds what was bounded, in words; it is part of every verdict
 * @param complete whether every reachable world was visited
 */
public record Report(
    Scenario scenario,
    long states,
    long transitions,
    int depth,
    double bytesPerState,
    long deadlocks,
    String bounds,
    boolean complete,
    ImmutableList<Finding> verdicts) {

  /** Whether every verdict is as the scenario expects. */
  public boolean asExpected() {
    return verdicts.stream().allMatch(Finding::asExpected);
  }
}
