package shakedown.tape;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import shakedown.host.Host;
import shakedown.wire.Role;

/** The part of one side in a tape, priced for its host: what a player reads in its inner loop. */
final class Script {
  /** What an act does; its number says how long, how many octets, or which milestone. */
  enum Kind {
    COMPUTE,
    WRITE,
    WRITE_BUFFERED,
    FLUSH,
    CLAIM
  }

  /** The ids of the moves of this side, in order. */
  final int[] moves;

  /** By id: the moves before it, and the move and octets of each thing heard, in pairs. */
  final int[][] after;

  final int[][] heard;

  /** By id: what it does. */
  final Kind[][] kinds;

  final long[][] numbers;

  final int handshakeBuffer;

  Script(Tape tape, Role side, Host host) {
    ImmutableList<Move> all = tape.moves();
    int size = all.size();
    handshakeBuffer = host.handshakeBuffer();
    moves = new int[(int) all.stream().filter(move -> move.side() == side).count()];
    after = new int[size][];
    heard = new int[size][];
    kinds = new Kind[size][];
    numbers = new long[size][];
    int own = 0;
    for (int id = 0; id < size; id++) {
      Move move = all.get(id);
      if (move.side() == side) {
        moves[own++] = id;
        after[id] = move.after().stream().mapToInt(Integer::intValue).toArray();
        heard[id] = pairs(move.heard());
        kinds[id] = move.acts().stream().map(Script::kind).toArray(Kind[]::new);
        numbers[id] = move.acts().stream().mapToLong(act -> number(act, side, host)).toArray();
      }
    }
  }

  private static int[] pairs(ImmutableList<Heard> heard) {
    int[] pairs = new int[2 * heard.size()];
    Arrays.setAll(pairs, i -> i % 2 == 0 ? heard.get(i / 2).move() : heard.get(i / 2).octets());
    return pairs;
  }

  private static Kind kind(Act act) {
    return switch (act) {
      case Act.Compute _, Act.Handle _ -> Kind.COMPUTE;
      case Act.Write write -> write.buffered() ? Kind.WRITE_BUFFERED : Kind.WRITE;
      case Act.Flush _ -> Kind.FLUSH;
      case Act.Claim _ -> Kind.CLAIM;
    };
  }

  @SuppressWarnings("EnumOrdinal") // an index of this run, kept nowhere
  private static long number(Act act, Role side, Host host) {
    return switch (act) {
      case Act.Compute _, Act.Handle _ -> Tape.cpuNanos(act, side, host.costs());
      case Act.Write write -> write.octets();
      case Act.Flush _ -> 0;
      case Act.Claim claim -> claim.milestone().ordinal();
    };
  }
}
