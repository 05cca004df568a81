@NullMarked
package shakedown.run;

import org.jspecify.annotations.NullMarked;
