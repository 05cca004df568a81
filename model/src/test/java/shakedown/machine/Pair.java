package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import java.util.Optional;
import java.util.function.UnaryOperator;
import shakedown.handshake.Session;
import shakedown.handshake.Signal.Cacheable;
import shakedown.handshake.Signal.Resumable;
import shakedown.machine.Duel.Line;
import shakedown.rules.Rule;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Role;

/** Two who are to talk to each other. */
record Pair(Party client, Party server) {
  Duel run() {
    return Duel.of(client, server);
  }

  Duel over(Line line) {
    return Duel.of(client, server, line);
  }

  Pair client(UnaryOperator<Party> change) {
    return new Pair(change.apply(client), server);
  }

  Pair server(UnaryOperator<Party> change) {
    return new Pair(client, change.apply(server));
  }

  Pair waiving(Role side, Rule rule) {
    return side == CLIENT
        ? client(party -> party.waiving(rule))
        : server(party -> party.waiving(rule));
  }

  /** Their second session, with what both keep of the first. */
  Pair after(Duel first) {
    Session session = first.claims(CLIENT, Resumable.class).getFirst().session();
    Party remembering = server.again();
    for (Cacheable cacheable : first.claims(SERVER, Cacheable.class)) {
      remembering = remembering.credited(all -> all.withCached(cacheable.session()));
    }
    return new Pair(client.offering(session), remembering);
  }

  /**
   * Over this line one side gives up for this rule, with its alert; and if the rule can be waived,
   * no more for this one.
   */
  void refuse(Line line, Role by, Rule rule) {
    Duel duel = over(line);

    assertThat(duel.broken(by)).hasValue(rule);
    assertThat(duel.heard(by, AlertMessage.class))
        .isEqualTo(new AlertMessage(true, rule.alert().code()));
    if (rule.sort() != Rule.Sort.NEED) {
      assertThat(waiving(by, rule).over(line).broken(by)).isNotEqualTo(Optional.of(rule));
    }
  }
}
