package shakedown.run;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import shakedown.config.Variant;
import shakedown.config.Workload;
import shakedown.tape.Act;
import shakedown.tape.Heard;
import shakedown.tape.Milestone;
import shakedown.tape.Move;
import shakedown.tape.Tape;
import shakedown.wire.Role;

/** Tapes with about the octets of real handshakes, for tests that want no real machine. */
public final class HandMade implements Tapes {
  private static final int RECORD = 22;

  @Override
  public Tape of(Variant variant, Workload workload) {
    int request = (int) workload.requestOctets() + RECORD;
    int response = (int) workload.responseOctets() + RECORD;
    return switch (variant.name()) {
      case "early" -> early(request, response);
      case "resumed" -> short13(300, 250, request, response);
      default -> full12(request, response);
    };
  }

  private static Tape full12(int request, int response) {
    Moves moves = new Moves();
    moves.add(Role.CLIENT, List.of(), handle("ClientHello"), write(132));
    moves.add(Role.SERVER, hears(0, 132), handle("Certificate"), write(1404));
    moves.add(Role.CLIENT, hears(1, 1404), handle("Certificate"), write(93));
    moves.add(Role.SERVER, hears(2, 93), claim(Milestone.MAY_SEND), write(226));
    moves.add(Role.CLIENT, hears(3, 226), claim(Milestone.MAY_SEND), write(request));
    moves.add(Role.SERVER, hears(4, request), write(response));
    moves.addEnd(5, response);
    return moves.tape();
  }

  private static Tape short13(int hello, int flight, int request, int response) {
    Moves moves = new Moves();
    moves.add(Role.CLIENT, List.of(), handle("ClientHello"), write(hello));
    moves.add(Role.SERVER, hears(0, hello), handle("ClientHello"), write(flight));
    moves.add(Role.CLIENT, hears(1, flight), claim(Milestone.MAY_SEND), write(64), write(request));
    moves.add(Role.SERVER, hears(2, 64), claim(Milestone.MAY_SEND));
    moves.add(Role.SERVER, hears(2, 64 + request), write(response));
    moves.addEnd(4, response);
    return moves.tape();
  }

  private static Tape early(int request, int response) {
    Moves moves = new Moves();
    moves.add(Role.CLIENT, List.of(), handle("ClientHello"), write(400 + request));
    moves.add(
        Role.SERVER, hears(0, 400 + request), handle("ClientHello"), write(229), write(response));
    moves.add(Role.CLIENT, hears(1, 229), claim(Milestone.MAY_SEND), write(84));
    moves.add(Role.SERVER, hears(2, 84), claim(Milestone.MAY_SEND));
    moves.addEnd(1, 229 + response);
    return moves.tape();
  }

  private static Act write(int octets) {
    return new Act.Write(octets, false);
  }

  private static Act handle(String message) {
    return new Act.Handle(message);
  }

  private static Act claim(Milestone milestone) {
    return new Act.Claim(milestone);
  }

  private static List<Heard> hears(int move, int octets) {
    return List.of(new Heard(move, octets));
  }

  private static final class Moves {
    private final List<Move> moves = new ArrayList<>();

    void add(Role side, List<Heard> heard, Act... acts) {
      ImmutableList<Integer> after =
          moves.stream()
              .filter(move -> move.side() == side)
              .reduce((_, last) -> last)
              .map(last -> ImmutableList.of(moves.lastIndexOf(last)))
              .orElse(ImmutableList.of());
      moves.add(new Move(side, after, ImmutableList.copyOf(heard), ImmutableList.copyOf(acts)));
    }

    void addEnd(int move, int octets) {
      add(
          Role.CLIENT,
          hears(move, octets),
          claim(Milestone.FIRST_BYTE),
          claim(Milestone.LAST_BYTE));
    }

    Tape tape() {
      return new Tape(ImmutableList.copyOf(moves));
    }
  }
}
