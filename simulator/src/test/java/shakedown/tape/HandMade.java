package shakedown.tape;

import static shakedown.tape.Milestone.FIRST_BYTE;
import static shakedown.tape.Milestone.LAST_BYTE;
import static shakedown.tape.Milestone.MAY_SEND;
import static shakedown.tape.TapeBuilder.claim;
import static shakedown.tape.TapeBuilder.hears;
import static shakedown.tape.TapeBuilder.nothing;
import static shakedown.tape.TapeBuilder.write;

import java.util.Arrays;
import shakedown.wire.Role;

/** Handshakes with the octets that OpenSSL 3.0 writes, request of 100 and response of 200. */
public final class HandMade {
  private static final int REQUEST = 122;
  private static final int RESPONSE = 222;
  private static final int TICKET = 247;

  private HandMade() {}

  /** TLS 1.3 with a server flight of writes of so many octets, and two tickets. */
  public static Tape full13(int... writes) {
    int flight = Arrays.stream(writes).sum();
    Act[] acts = Arrays.stream(writes).mapToObj(TapeBuilder::write).toArray(Act[]::new);
    return new TapeBuilder()
        .client(nothing(), write(205))
        .server(hears(0, 205), acts)
        .client(hears(1, flight), claim(MAY_SEND), write(64), write(REQUEST))
        .server(hears(2, 64), claim(MAY_SEND), write(TICKET), write(TICKET))
        .server(hears(2, 64 + REQUEST), write(RESPONSE))
        .client(hears(4, RESPONSE), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  /** TLS 1.3 whose server refuses the group first. */
  public static Tape retry13() {
    return new TapeBuilder()
        .client(nothing(), write(205))
        .server(hears(0, 205), write(99))
        .client(hears(1, 99), write(244))
        .server(hears(2, 244), write(1574))
        .client(hears(3, 1574), claim(MAY_SEND), write(58), write(REQUEST))
        .server(hears(4, 58), claim(MAY_SEND), write(TICKET), write(TICKET))
        .server(hears(4, 58 + REQUEST), write(RESPONSE))
        .client(hears(6, RESPONSE), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  /** TLS 1.3 with accepted early data: the hello and the request are one write. */
  public static Tape early13() {
    return early13(576);
  }

  /** The same with a first write of so many octets. */
  public static Tape early13(int first) {
    return new TapeBuilder()
        .client(nothing(), write(first))
        .server(hears(0, first), write(229), write(RESPONSE))
        .client(hears(1, 229), claim(MAY_SEND), write(84))
        .client(hears(1, 229 + RESPONSE), claim(FIRST_BYTE), claim(LAST_BYTE))
        .server(hears(2, 84), claim(MAY_SEND), write(TICKET))
        .build();
  }

  /** TLS 1.2 with a server flight of so many octets. */
  public static Tape full12(int flight) {
    return new TapeBuilder()
        .client(nothing(), write(132))
        .server(hears(0, 132), write(flight))
        .client(hears(1, flight), write(93))
        .server(hears(2, 93), claim(MAY_SEND), write(226))
        .client(hears(3, 226), claim(MAY_SEND), write(129))
        .server(hears(4, 129), write(229))
        .client(hears(5, 229), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  /** TLS 1.2 whose client sends its request before it hears the server's Finished. */
  public static Tape falseStart12(int flight) {
    return new TapeBuilder()
        .client(nothing(), write(132))
        .server(hears(0, 132), write(flight))
        .client(hears(1, flight), write(93), claim(Milestone.FALSE_START), write(129))
        .server(hears(2, 93), claim(MAY_SEND), write(226))
        .client(hears(3, 226), claim(MAY_SEND))
        .server(hears(2, 93 + 129), write(229))
        .move(Role.CLIENT, java.util.List.of(4), hears(5, 229), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  /** TLS 1.2 resumed by a ticket. */
  public static Tape resumed12() {
    return new TapeBuilder()
        .client(nothing(), write(324))
        .server(hears(0, 324), write(141))
        .client(hears(1, 141), claim(MAY_SEND), write(51), write(129))
        .server(hears(2, 51), claim(MAY_SEND))
        .server(hears(2, 51 + 129), write(229))
        .client(hears(4, 229), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }
}
