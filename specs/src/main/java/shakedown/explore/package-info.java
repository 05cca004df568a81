/**
 * Exploration of finite systems: states are rows of ints, kept exactly, visited level by level.
 * Functions on primitives, and not one word of TLS: what a row means is known to whoever made the
 * {@link shakedown.explore.TransitionSystem}.
 */
@NullMarked
package shakedown.explore;

import org.jspecify.annotations.NullMarked;
