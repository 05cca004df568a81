/** Our machine against other programs, in one process and in alternated rounds. */
@NullMarked
package shakedown.bench;

import org.jspecify.annotations.NullMarked;
