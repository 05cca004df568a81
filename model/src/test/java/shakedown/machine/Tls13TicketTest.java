package shakedown.machine;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import shakedown.handshake.Input;
import shakedown.handshake.Session13;
import shakedown.handshake.Signal.Resumable;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.Extension;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Value;

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
  void a_connected_server_gives_more_tickets_of_other_keys() {
    Duel duel = PAIR.run();

    duel.ask(SERVER, new Input.GiveTicket());
    duel.ask(SERVER, new Input.GiveTicket());

    assertThat(keys(duel)).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void tickets_of_one_nonce_have_one_key() {
    Duel duel = PAIR.waiving(SERVER, Rule.TICKET_NONCE_UNIQUE).run();

    assertThat(keys(duel)).hasSize(2);
    assertThat(ImmutableSet.copyOf(keys(duel))).hasSize(1);
  }

  @Test
  void a_ticket_of_no_lifetime_is_thrown_away() {
    Duel duel = PAIR.over(lasting(0));

    assertThat(duel.isConnected()).isTrue();
    assertThat(keys(duel)).isEmpty();
  }

  @Test
  void a_ticket_for_more_than_a_week_is_not_kept_unless_that_is_waived() {
    Pair lax = PAIR.waiving(CLIENT, Rule.TICKET_LIFETIME_AT_MOST_A_WEEK);

    assertThat(keys(PAIR.over(lasting(604_800)))).hasSize(2);
    assertThat(keys(PAIR.over(lasting(604_801)))).isEmpty();
    assertThat(keys(lax.over(lasting(604_801)))).hasSize(2);
  }

  @Test
  void a_ticket_extension_that_nobody_knows_is_passed_over() {
    Line line =
        Lines.changing(
            NewSessionTicket.class,
            ticket ->
                new NewSessionTicket(
                    ticket.lifetimeSeconds(),
                    ticket.ageAdd(),
                    ticket.nonce(),
                    ticket.ticket(),
                    ticket.extensions().with(new Extension.Unknown(0xfafa, Term.of("?")))));

    assertThat(keys(PAIR.over(line))).hasSize(2);
  }

  @Test
  void a_ticket_before_finished_is_refused() {
    NewSessionTicket ticket = PAIR.run().heard(SERVER, NewSessionTicket.class);

    PAIR.refuse(
        Lines.from(SERVER, Lines.inserting(ticket, Finished.class)), CLIENT, Rule.MESSAGE_IN_ORDER);
  }

  private static Line lasting(long seconds) {
    return Lines.changing(
        NewSessionTicket.class,
        ticket ->
            new NewSessionTicket(
                seconds, ticket.ageAdd(), ticket.nonce(), ticket.ticket(), ticket.extensions()));
  }

  private static ImmutableList<Value> keys(Duel duel) {
    return duel.claims(CLIENT, Resumable.class).stream()
        .map(claim -> ((Session13) claim.session()).psk())
        .collect(toImmutableList());
  }

  private static long maxEarlyData(Duel duel) {
    Resumable first = duel.claims(CLIENT, Resumable.class).getFirst();
    return ((Session13) first.session()).maxEarlyData();
  }
}
