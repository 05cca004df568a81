@NullMarked
package shakedown.policy;

import org.jspecify.annotations.NullMarked;
