/**
 * A YAML document as a tree whose nodes know file, line and column, readers of values with units,
 * and complaints that show the place. It knows nobody's keys.
 */
@NullMarked
package shakedown.yaml;

import org.jspecify.annotations.NullMarked;
