/**
 * A handshake as a tape: what each side computes, reads and writes, and what each step waits for.
 * Recorded once from the machine and replayed under any network; nothing here decides protocol.
 */
@NullMarked
package shakedown.tape;

import org.jspecify.annotations.NullMarked;
