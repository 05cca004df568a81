package shakedown.rules;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/** The rules that an endpoint enforces: all but the waived. */
public record Rules(ImmutableSet<Rule> waived) {
  /** All that the RFCs ask. */
  public static final Rules RFC = new Rules(ImmutableSet.of());

  /**
   * The same without these.
   *
   * @throws IllegalArgumentException if one is a need, without which there is nothing to go on with
   */
  public Rules without(Rule... more) {
    for (Rule rule : more) {
      if (rule.sort() == Rule.Sort.NEED) {
        throw new IllegalArgumentException(rule + " is a need and cannot be waived");
      }
    }
    return new Rules(Sets.immutableEnumSet(Sets.union(waived, Sets.newHashSet(more))));
  }

  public boolean enforces(Rule rule) {
    return !waived.contains(rule);
  }
}
