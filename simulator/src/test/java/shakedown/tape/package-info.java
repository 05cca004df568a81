@NullMarked
package shakedown.tape;

import org.jspecify.annotations.NullMarked;
