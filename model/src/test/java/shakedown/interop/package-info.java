/** The machine against other stacks: the JDK's in memory, OpenSSL over loopback. */
@NullMarked
package shakedown.interop;

import org.jspecify.annotations.NullMarked;
