/** Tests of the reading of experiments. */
@NullMarked
package shakedown.config;

import org.jspecify.annotations.NullMarked;
