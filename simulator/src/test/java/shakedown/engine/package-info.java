@NullMarked
package shakedown.engine;

import org.jspecify.annotations.NullMarked;
