@NullMarked
package shakedown.host;

import org.jspecify.annotations.NullMarked;
