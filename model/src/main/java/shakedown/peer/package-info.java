/** An endpoint over a channel of octets. In the model, the only package that may know sockets. */
@NullMarked
package shakedown.peer;

import org.jspecify.annotations.NullMarked;
