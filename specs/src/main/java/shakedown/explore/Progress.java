package shakedown.explore;

/**
 * Where a search stands when a level is known.
 *
 * @param level steps from the start
 * @param states found so far, this level included
 * @param transitions taken so far
 * @param frontier states of this level, still to be expanded
 * @param bytes what the store holds of the heap
 */
public record Progress(int level, long states, long transitions, long frontier, long bytes) {}
