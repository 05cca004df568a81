/** Tests of the command line, from end to end. */
@NullMarked
package shakedown.cli;

import org.jspecify.annotations.NullMarked;
