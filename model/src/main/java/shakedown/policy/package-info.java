/**
 * What an endpoint offers and wants: discrete choices, the same in every algebra. No value, no
 * secret, no flaw switch.
 */
@NullMarked
package shakedown.policy;

import org.jspecify.annotations.NullMarked;
