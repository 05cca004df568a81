/** Tests of the whole repository: its style, its arrows, its files for people. */
@NullMarked
package shakedown.tidy;

import org.jspecify.annotations.NullMarked;
