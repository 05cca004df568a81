/** All of the machine, client against server, message by message, in an algebra of terms. */
@NullMarked
package shakedown.machine;

import org.jspecify.annotations.NullMarked;
