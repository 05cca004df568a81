package shakedown.pki;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import shakedown.rules.Rule;

/**
 * What a rule asks of a path.
 *
 * @param places how many of its links are asked, from the leaf
 * @param holds asked of the place of a link, from 0 for the leaf
 */
record Question(Rule rule, int places, IntPredicate holds) {
  /** The first place where the answer is no. */
  OptionalInt broken() {
    return IntStream.range(0, places).filter(place -> !holds.test(place)).findFirst();
  }
}
