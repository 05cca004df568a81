package shakedown.tape;

import shakedown.wire.Octets;

/**
 * A record on its way.
 *
 * @param move that wrote it
 * @param until how many octets that move had written with it
 */
record Written(int move, int until, Octets octets) {}
