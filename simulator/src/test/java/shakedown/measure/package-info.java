@NullMarked
package shakedown.measure;

import org.jspecify.annotations.NullMarked;
