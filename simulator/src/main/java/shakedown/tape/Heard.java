package shakedown.tape;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The first octets that a move of the peer writes have arrived, with all that the peer wrote before
 * them. Where in the stream they stand is known only when the peer writes them.
 *
 * @param move the peer's move
 * @param octets how many of its octets are needed, at most as many as it writes
 */
public record Heard(int move, int octets) {
  public Heard {
    checkArgument(
        move >= 0 && octets > 0, "move %s, octets %s; expected octets of a move", move, octets);
  }
}
