/** The command line: one class a verb, what a person sees, and exit codes. It computes nothing. */
@NullMarked
package shakedown.cli;

import org.jspecify.annotations.NullMarked;
