/**
 * The record layer as a pure state: octets to inputs, effects to octets. Knows no particular
 * endpoint.
 */
@NullMarked
package shakedown.record;

import org.jspecify.annotations.NullMarked;
