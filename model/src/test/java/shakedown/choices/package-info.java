/** Bounded-exhaustive generation: every small case, instead of some random ones. */
@NullMarked
package shakedown.choices;

import org.jspecify.annotations.NullMarked;
