package shakedown.tape;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Role;

/**
 * One step of one endpoint: ready when its predecessors at the same side are done and what it reads
 * has arrived; then its acts follow one another. Of several that are ready the first in the tape
 * runs.
 *
 * @param side who makes it
 * @param after moves of the same side that come before
 * @param heard octets of the peer that it reads; a move of the client that hears nothing and comes
 *     after nothing begins when TCP is connected
 * @param acts what it does, in order
 */
public record Move(
    Role side, ImmutableList<Integer> after, ImmutableList<Heard> heard, ImmutableList<Act> acts) {

  /** The octets that all its writes come to. */
  public int octets() {
    int sum = 0;
    for (Act act : acts) {
      if (act instanceof Act.Write write) {
        sum += write.octets();
      }
    }
    return sum;
  }
}
