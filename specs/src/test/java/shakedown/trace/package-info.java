@NullMarked
package shakedown.trace;

import org.jspecify.annotations.NullMarked;
