package shakedown.conformance;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.handshake.Input;
import shakedown.machine.Duel;
import shakedown.machine.Duel.Visit;
import shakedown.machine.Variants;
import shakedown.wire.CipherSuite;
import shakedown.wire.Message;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Role;
import shakedown.wire.Version;

/**
 * A message that came to a state at its turn.
 *
 * @param version of the whole handshake
 */
record Encounter(Visit visit, Message message, Version version, CipherSuite suite) {
  /** All that the variants of the machine's tests come to. */
  static ImmutableList<Encounter> all() {
    return Variants.all().flatMap(Encounter::in).collect(toImmutableList());
  }

  private static Stream<Encounter> in(Duel duel) {
    ServerHello chosen = duel.heard(Role.SERVER, ServerHello.class);
    return duel.visits().stream()
        .filter(visit -> visit.input() instanceof Input.Received)
        .map(visit -> new Encounter(visit, received(visit), chosen.version(), chosen.suite()));
  }

  private static Message received(Visit visit) {
    return ((Input.Received) visit.input()).message();
  }

  /** The message's type; what a hello must be depends on the version, and on the one before it. */
  String messageName() {
    String name = message.getClass().getSimpleName();
    if (visit.stateName().endsWith("ExpectSecondClientHello")) {
      return "second " + name;
    }
    return message instanceof ClientHello || message instanceof ServerHello
        ? name + " of " + version
        : name;
  }
}
