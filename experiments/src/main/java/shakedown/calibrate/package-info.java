/** From measurements of operations to a cost profile. */
@NullMarked
package shakedown.calibrate;

import org.jspecify.annotations.NullMarked;
