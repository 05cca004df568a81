@NullMarked
package shakedown.adversary;

import org.jspecify.annotations.NullMarked;
