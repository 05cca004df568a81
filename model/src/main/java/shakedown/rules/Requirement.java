package shakedown.rules;

import com.google.common.collect.ImmutableSet;
import shakedown.wire.Alert;

/**
 * What a section of an RFC asks of an endpoint, and what becomes of it here.
 *
 * @param section RFC number and section, as {@code 8446 4.4.3}
 * @param side {@code client}, {@code server} or {@code both}
 * @param alerts those with which it may be refused; empty where no peer can tell
 */
public record Requirement(
    String name,
    String section,
    String side,
    ImmutableSet<Alert> alerts,
    String statement,
    KeptBy keptBy) {
  /** What holds an endpoint to it. */
  public sealed interface KeptBy {
    /** What came is held against these. */
    record Refused(ImmutableSet<Rule> rules) implements KeptBy {}

    /**
     * It is the endpoint's own duty.
     *
     * @param test class and method, as {@code KeyUpdateTest.an_update_goes_under_the_old_keys}
     */
    record Shown(String test) implements KeptBy {}

    /**
     * There is nothing that could break it.
     *
     * @param because the end of the sentence
     */
    record Constructed(String because) implements KeptBy {}

    /**
     * Nothing.
     *
     * @param because the end of the sentence
     */
    record NotModelled(String because) implements KeptBy {}
  }
}
