/**
 * What every endpoint of every version is made of: inputs, steps, effects, signals, judgements. No
 * state of a particular version, no clock, no socket, and nothing that asks which algebra it got.
 */
@NullMarked
package shakedown.handshake;

import org.jspecify.annotations.NullMarked;
