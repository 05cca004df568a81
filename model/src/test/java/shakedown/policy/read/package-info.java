@NullMarked
package shakedown.policy.read;

import org.jspecify.annotations.NullMarked;
