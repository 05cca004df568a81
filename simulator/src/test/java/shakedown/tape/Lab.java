package shakedown.tape;

import static shakedown.tape.Milestone.FIRST_BYTE;
import static shakedown.tape.Milestone.LAST_BYTE;
import static shakedown.tape.Milestone.MAY_SEND;
import static shakedown.tape.TapeBuilder.claim;
import static shakedown.tape.TapeBuilder.hears;
import static shakedown.tape.TapeBuilder.nothing;
import static shakedown.tape.TapeBuilder.write;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import shakedown.crypto.Operation;
import shakedown.host.Cost;
import shakedown.host.CostProfile;

/** The handshakes that were measured on Linux, with their writes and CPU as seen there. */
public final class Lab {
  /** An operation "cpu" takes a microsecond an octet. */
  public static final CostProfile COSTS =
      new CostProfile(
          "lab",
          "fitted on handshakes without loss at RTT 10",
          ImmutableMap.of("cpu", new Cost(0, 1_000_000)),
          ImmutableTable.of());

  private static final int SIGNATURE = 4500;

  private Lab() {}

  /** By the names of scenario and chain in the measurements. */
  public static Tape tape(String scenario, String chain) {
    return switch (scenario) {
      case "tls13_full" -> full13(chain);
      case "tls13_hrr" -> retry13();
      case "tls13_psk" -> psk13();
      case "tls13_0rtt" -> early13();
      case "tls13_mutual" -> mutual13();
      case "tls12_full" -> full12(chain);
      case "tls12_ticket" -> resumed12(324);
      case "tls12_sid" -> resumed12(164);
      case "tls12_mutual" -> mutual12();
      default -> throw new IllegalArgumentException("scenario " + scenario);
    };
  }

  private static Tape full13(String chain) {
    return switch (chain) {
      case "ec1" -> full13(1350, cpu(800), write(789));
      case "ec2" -> full13(2080, cpu(770), write(1548));
      case "rsa2" -> full13(1820, cpu(1850), write(2523));
      case "rsa4big" ->
          full13(2700, cpu(680), write(4096), write(12_459), cpu(SIGNATURE), write(600));
      default -> throw new IllegalArgumentException("chain " + chain);
    };
  }

  private static Tape full13(int clientMicros, Act... flight) {
    return new TapeBuilder()
        .client(nothing(), cpu(400), write(205))
        .server(hears(0, 205), flight)
        .client(
            hears(1, octets(flight)),
            cpu(clientMicros),
            claim(MAY_SEND),
            write(64),
            cpu(30),
            write(122))
        .server(hears(2, 64), cpu(320), write(247), cpu(50), write(247))
        .server(hears(2, 186), cpu(20), write(222))
        .client(hears(4, 222), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  private static Tape retry13() {
    return new TapeBuilder()
        .client(nothing(), cpu(350), write(205))
        .server(hears(0, 205), cpu(230), write(99))
        .client(hears(1, 99), cpu(360), write(244))
        .server(hears(2, 244), cpu(850), write(1574))
        .client(hears(3, 1574), cpu(2030), claim(MAY_SEND), write(58), cpu(30), write(122))
        .server(hears(4, 58), cpu(260), write(247), cpu(80), write(247))
        .server(hears(4, 180), cpu(20), write(222))
        .client(hears(6, 222), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  private static Tape psk13() {
    return new TapeBuilder()
        .client(nothing(), cpu(500), write(444))
        .server(hears(0, 444), cpu(720), write(225))
        .client(hears(1, 225), cpu(510), claim(MAY_SEND), write(64), cpu(40), write(122))
        .server(hears(2, 64), cpu(350), write(247))
        .server(hears(2, 186), cpu(20), write(222))
        .client(hears(4, 222), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  private static Tape early13() {
    return new TapeBuilder()
        .client(nothing(), cpu(560), write(576))
        .server(hears(0, 576), cpu(740), write(229), cpu(60), write(222))
        .client(hears(1, 229), cpu(450), claim(MAY_SEND), write(84))
        .client(hears(1, 451), claim(FIRST_BYTE), claim(LAST_BYTE))
        .server(hears(2, 84), cpu(350), write(247))
        .build();
  }

  private static Tape mutual13() {
    return new TapeBuilder()
        .client(nothing(), cpu(350), write(205))
        .server(hears(0, 205), cpu(660), write(1700))
        .client(hears(1, 1700), cpu(2090), claim(MAY_SEND), write(1392), cpu(50), write(122))
        .server(hears(2, 1392), cpu(2030), write(919), cpu(440), write(919))
        .server(hears(2, 1514), cpu(10), write(222))
        .client(hears(4, 222), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  private static Tape full12(String chain) {
    return switch (chain) {
      case "ec2" -> full12(2250, cpu(850), write(1404));
      case "rsa4big" ->
          full12(2650, cpu(500), write(4096), write(12_344), cpu(SIGNATURE), write(570));
      default -> throw new IllegalArgumentException("chain " + chain);
    };
  }

  private static Tape full12(int clientMicros, Act... flight) {
    return new TapeBuilder()
        .client(nothing(), cpu(200), write(132))
        .server(hears(0, 132), flight)
        .client(hears(1, octets(flight)), cpu(clientMicros), write(93))
        .server(hears(2, 93), cpu(530), write(226))
        .client(hears(3, 226), cpu(280), claim(MAY_SEND), write(129))
        .server(hears(4, 129), cpu(230), write(229))
        .client(hears(5, 229), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  private static Tape resumed12(int hello) {
    return new TapeBuilder()
        .client(nothing(), cpu(130), write(hello))
        .server(hears(0, hello), cpu(340), write(141))
        .client(hears(1, 141), cpu(200), claim(MAY_SEND), write(51), cpu(10), write(129))
        .server(hears(2, 51), cpu(90))
        .server(hears(2, 180), cpu(40), write(229))
        .client(hears(4, 229), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  private static Tape mutual12() {
    return new TapeBuilder()
        .client(nothing(), cpu(200), write(132))
        .server(hears(0, 132), cpu(760), write(1542))
        .client(hears(1, 1542), cpu(2200), write(1382))
        .server(hears(2, 1382), cpu(2300), write(914))
        .client(hears(3, 914), cpu(240), claim(MAY_SEND), write(129))
        .server(hears(4, 129), cpu(150), write(229))
        .client(hears(5, 229), claim(FIRST_BYTE), claim(LAST_BYTE))
        .build();
  }

  private static Act cpu(int micros) {
    return new Act.Compute(new Operation("cpu", micros));
  }

  private static int octets(Act... acts) {
    int sum = 0;
    for (Act act : acts) {
      sum += act instanceof Act.Write write ? write.octets() : 0;
    }
    return sum;
  }
}
