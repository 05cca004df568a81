@NullMarked
package shakedown.policy.nginx;

import org.jspecify.annotations.NullMarked;
