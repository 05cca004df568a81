/** What the machine does together with other stacks: the table that the tests hold it to. */
@NullMarked
package shakedown.interop;

import org.jspecify.annotations.NullMarked;
