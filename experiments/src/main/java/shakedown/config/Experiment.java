package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * An experiment, complete and without contradictions.
 *
 * @param name the file's name without its ending
 * @param question what it answers, in a person's words
 * @param baseline the variant that the others are held against
 * @param variants by name, in the order of the file
 * @param points where they are measured: first the conditions of the file itself, then the steps of
 *     the sweep, without those that would measure the same again
 * @param runs how often
 * @param report what is shown of it
 */
public record Experiment(
    String name,
    String question,
    Variant baseline,
    ImmutableMap<String, Variant> variants,
    ImmutableList<Point> points,
    Runs runs,
    ImmutableList<Exhibit> report) {

  /** The conditions of the file itself. */
  public Point base() {
    return points.getFirst();
  }
}
