package shakedown.tape;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import shakedown.host.CostProfile;
import shakedown.wire.Role;

/**
 * A handshake with its request and response, executed once. The order of moves is partial, for with
 * False Start, 0-RTT and half-RTT data what is sent next depends on which of two things comes
 * first.
 *
 * @param moves the index of a move is its id
 */
public record Tape(ImmutableList<Move> moves) {
  public Tape {
    for (int id = 0; id < moves.size(); id++) {
      Move move = moves.get(id);
      for (int before : move.after()) {
        checkArgument(
            before >= 0 && before < id && moves.get(before).side() == move.side(),
            "move %s comes after %s; expected an earlier move of its own side",
            id,
            before);
      }
      for (Heard heard : move.heard()) {
        checkArgument(
            heard.move() < moves.size()
                && moves.get(heard.move()).side() == move.side().peer()
                && heard.octets() <= moves.get(heard.move()).octets(),
            "move %s hears %s; expected octets that the peer writes",
            id,
            heard);
      }
    }
  }

  /** The octets that a side writes in all. */
  public long octets(Role side) {
    return moves.stream().filter(move -> move.side() == side).mapToLong(Move::octets).sum();
  }

  /** Nanoseconds that a side computes in all. */
  public long cpuNanos(Role side, CostProfile costs) {
    long sum = 0;
    for (Move move : moves) {
      for (Act act : move.side() == side ? move.acts() : ImmutableList.<Act>of()) {
        sum += cpuNanos(act, side, costs);
      }
    }
    return sum;
  }

  /** What an act takes of a core. */
  static long cpuNanos(Act act, Role side, CostProfile costs) {
    return switch (act) {
      case Act.Compute compute -> costs.nanos(compute.operation());
      case Act.Handle handle -> costs.nanos(side, handle.message());
      case Act.Write _, Act.Flush _, Act.Claim _ -> 0;
    };
  }
}
