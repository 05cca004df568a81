/** Endpoints that speak octets to each other and to other stacks. */
@NullMarked
package shakedown.peer;

import org.jspecify.annotations.NullMarked;
