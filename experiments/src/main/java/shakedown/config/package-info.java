/**
 * Experiments as people write them: from YAML to records, or to complaints that show the place. It
 * runs nothing.
 */
@NullMarked
package shakedown.config;

import org.jspecify.annotations.NullMarked;
