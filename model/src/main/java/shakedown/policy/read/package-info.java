/** Reads policies that people write in YAML: the same keys wherever an endpoint is described. */
@NullMarked
package shakedown.policy.read;

import org.jspecify.annotations.NullMarked;
