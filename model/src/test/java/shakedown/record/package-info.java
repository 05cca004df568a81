@NullMarked
package shakedown.record;

import org.jspecify.annotations.NullMarked;
