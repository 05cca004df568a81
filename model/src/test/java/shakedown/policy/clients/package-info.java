@NullMarked
package shakedown.policy.clients;

import org.jspecify.annotations.NullMarked;
