@NullMarked
package shakedown.explore;

import org.jspecify.annotations.NullMarked;
