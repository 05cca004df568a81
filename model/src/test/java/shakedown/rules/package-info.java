/** The list of rules itself. */
@NullMarked
package shakedown.rules;

import org.jspecify.annotations.NullMarked;
