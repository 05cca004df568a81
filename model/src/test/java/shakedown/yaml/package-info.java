/** Tests of the YAML reading. */
@NullMarked
package shakedown.yaml;

import org.jspecify.annotations.NullMarked;
