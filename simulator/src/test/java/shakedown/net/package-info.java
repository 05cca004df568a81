@NullMarked
package shakedown.net;

import org.jspecify.annotations.NullMarked;
