@NullMarked
package shakedown.property;

import org.jspecify.annotations.NullMarked;
