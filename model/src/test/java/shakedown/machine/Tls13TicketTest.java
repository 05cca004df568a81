package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import org.junit.jupiter.api.Test;
import shakedown.handshake.Session13;
import shakedown.handshake.Signal.Resumable;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.NewSessionTicket;

/** What a server of TLS 1.3 gives for later (RFC 8446 4.6.1). */
final class Tls13TicketTest {
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));

  @Test
  void a_full_handshake_gives_two_tickets_of_two_keys() {
    Duel duel = PAIR.run();

    assertThat(duel.said()).filteredOn("< NewSessionTicket"::equals).hasSize(2);
    assertThat(duel.claims(CLIENT, Resumable.class))
        .extracting(claim -> ((Session13) claim.session()).psk())
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_resumed_handshake_gives_one() {
    Duel duel = PAIR.after(PAIR.run()).run();

    assertThat(duel.claims(CLIENT, Resumable.class)).hasSize(1);
  }

  @Test
  void a_server_without_a_key_or_the_option_gives_none() {
    Duel keyless = PAIR.server(Party::keyless).run();
    Duel unwilling = PAIR.server(party -> party.without(Option.TICKETS)).run();

    assertThat(keyless.isConnected()).isTrue();
    assertThat(keyless.said()).doesNotContain("< NewSessionTicket");
    assertThat(unwilling.isConnected()).isTrue();
    assertThat(unwilling.said()).doesNotContain("< NewSessionTicket");
  }

  @Test
  void a_client_that_could_not_resume_gets_none() {
    Line line =
        Lines.changing(ClientHello.class, hello -> hello.without(PskKeyExchangeModes.class));
    Pair pair =
        PAIR.waiving(CLIENT, Rule.SIGNATURE_IS_VALID)
            .waiving(CLIENT, Rule.SERVER_FINISHED_IS_VALID)
            .waiving(SERVER, Rule.CLIENT_FINISHED_IS_VALID);

    Duel duel = pair.over(line);

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).doesNotContain("< NewSessionTicket");
  }

  @Test
  void a_ticket_tells_how_much_may_be_said_early() {
    Pair willing = PAIR.server(party -> party.with(policy -> policy.with(Option.EARLY_DATA)));

    assertThat(maxEarlyData(PAIR.run())).isZero();
    assertThat(maxEarlyData(willing.run())).isPositive();
  }

  @Test
  void a_ticket_before_finished_is_refused() {
    NewSessionTicket ticket = PAIR.run().heard(SERVER, NewSessionTicket.class);

    PAIR.refuse(
        Lines.from(SERVER, Lines.inserting(ticket, Finished.class)), CLIENT, Rule.MESSAGE_IN_ORDER);
  }

  private static long maxEarlyData(Duel duel) {
    Resumable first = duel.claims(CLIENT, Resumable.class).getFirst();
    return ((Session13) first.session()).maxEarlyData();
  }
}
