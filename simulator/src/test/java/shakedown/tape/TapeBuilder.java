package shakedown.tape;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import shakedown.wire.Role;

/** A tape made by hand: a side's moves follow one another unless said otherwise. */
public final class TapeBuilder {
  private final List<Move> moves = new ArrayList<>();

  /** The id that the next move gets. */
  public int next() {
    return moves.size();
  }

  public TapeBuilder client(List<Heard> heard, Act... acts) {
    return move(Role.CLIENT, heard, acts);
  }

  public TapeBuilder server(List<Heard> heard, Act... acts) {
    return move(Role.SERVER, heard, acts);
  }

  /** A move of a side after its move before. */
  public TapeBuilder move(Role side, List<Heard> heard, Act... acts) {
    int before = moves.size() - 1;
    while (before >= 0 && moves.get(before).side() != side) {
      before--;
    }
    return move(side, before < 0 ? List.of() : List.of(before), heard, acts);
  }

  public TapeBuilder move(Role side, List<Integer> after, List<Heard> heard, Act... acts) {
    moves.add(
        new Move(
            side,
            ImmutableList.copyOf(after),
            ImmutableList.copyOf(heard),
            ImmutableList.copyOf(acts)));
    return this;
  }

  public Tape build() {
    return new Tape(ImmutableList.copyOf(moves));
  }

  public static List<Heard> hears(int move, int octets) {
    return List.of(new Heard(move, octets));
  }

  public static List<Heard> nothing() {
    return List.of();
  }

  public static Act write(int octets) {
    return new Act.Write(octets, false);
  }

  public static Act gather(int octets) {
    return new Act.Write(octets, true);
  }

  public static Act flush() {
    return new Act.Flush();
  }

  public static Act claim(Milestone milestone) {
    return new Act.Claim(milestone);
  }
}
