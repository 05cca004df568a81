@NullMarked
package shakedown.world;

import org.jspecify.annotations.NullMarked;
