@NullMarked
package shakedown.wire;

import org.jspecify.annotations.NullMarked;
