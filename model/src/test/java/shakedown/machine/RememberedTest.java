package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.crypto.Facts;
import shakedown.handshake.Credentials;
import shakedown.handshake.Input;
import shakedown.handshake.Session;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Resumable;
import shakedown.handshake.Signal.Running;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.KeyType;
import shakedown.wire.Remembered;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** What both sides remember of how a session began. */
final class RememberedTest {
  private static final String NAME = "client";
  private static final String OTHER = "other.example";
  private static final Pair OLD =
      new Pair(Party.client12().credited(RememberedTest::identified), asking(both(Version.TLS12)));
  private static final Pair NEW =
      new Pair(
          Party.client()
              .credited(RememberedTest::identified)
              .with(policy -> policy.with(Option.POST_HANDSHAKE_AUTH)),
          asking(both(Version.TLS13)));

  /** How a session is taken up again. */
  enum Way {
    ID,
    TICKET,
    PSK
  }

  private static Pair first(Way way) {
    return switch (way) {
      case ID -> OLD.client(party -> party.without(Option.TICKETS));
      case TICKET -> OLD;
      case PSK -> NEW;
    };
  }

  private static Pair second(Way way) {
    return first(way).after(first(way).run());
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_resumes_knows_its_client(Way way) {
    Duel duel = second(way).run();

    assertThat(isResumed(duel)).isTrue();
    assertThat(duel.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo(NAME);
    assertThat(duel.claims(CLIENT, Running.class).getFirst().self()).isEqualTo(NAME);
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_resumes_a_resumed_session_knows_its_client(Way way) {
    Pair second = second(way);
    Duel again = (way == Way.PSK ? second.after(second.run()) : second).run();

    assertThat(again.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo(NAME);
    assertThat(again.claims(CLIENT, Running.class).getFirst().self()).isEqualTo(NAME);
  }

  @ParameterizedTest
  @EnumSource
  void a_client_that_did_not_say_who_it_is_is_anyone_again(Way way) {
    Pair unasked = first(way).server(RememberedTest::incurious);

    Duel duel = unasked.after(unasked.run()).run();

    assertThat(isResumed(duel)).isTrue();
    assertThat(duel.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo(Remembered.ANYONE);
    assertThat(duel.claims(CLIENT, Running.class).getFirst().self()).isEqualTo(Remembered.ANYONE);
  }

  @Test
  void a_ticket_that_comes_after_a_late_authentication_remembers_it() {
    Pair unasked = NEW.server(RememberedTest::incurious);
    Duel first = unasked.run();

    first.ask(SERVER, new Input.Authenticate());
    first.ask(SERVER, new Input.GiveTicket());

    ImmutableList<Resumable> given = first.claims(CLIENT, Resumable.class);
    Duel early = unasked.client(party -> party.offering(given.getFirst().session())).run();
    Duel late = unasked.client(party -> party.offering(given.getLast().session())).run();
    assertThat(early.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo(Remembered.ANYONE);
    assertThat(late.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo(NAME);
    assertThat(late.claims(CLIENT, Running.class).getFirst().self()).isEqualTo(NAME);
  }

  @Test
  void a_client_that_declines_later_remains_who_it_was() {
    Pair second = second(Way.PSK).client(RememberedTest::nameless);
    Duel duel = second.run();

    duel.ask(SERVER, new Input.Authenticate());
    duel.ask(SERVER, new Input.GiveTicket());

    Session latest = duel.claims(CLIENT, Resumable.class).getLast().session();
    Duel third = second.client(party -> party.offering(latest)).run();
    assertThat(third.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo(NAME);
  }

  @ParameterizedTest
  @EnumSource
  void a_session_is_not_offered_to_another_host_unless_that_is_waived(Way way) {
    Pair elsewhere = second(way).client(party -> party.with(policy -> policy.withHost(OTHER)));

    assertThat(isFull(elsewhere.run())).isTrue();
    Pair waived =
        elsewhere
            .waiving(CLIENT, Rule.TICKET_NAME_VALID)
            .waiving(SERVER, Rule.SERVER_NAME_KEPT_ON_RESUMPTION);
    assertThat(isResumed(waived.run())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"ID", "TICKET"})
  void a_session_of_tls_12_is_not_resumed_under_another_name_unless_that_is_waived(Way way) {
    Pair elsewhere =
        second(way)
            .client(party -> party.with(policy -> policy.withHost(OTHER)))
            .waiving(CLIENT, Rule.TICKET_NAME_VALID);

    assertThat(isFull(elsewhere.run())).isTrue();
    assertThat(isResumed(elsewhere.waiving(SERVER, Rule.SERVER_NAME_KEPT_ON_RESUMPTION).run()))
        .isTrue();
  }

  @Test
  void a_session_of_tls_13_is_resumed_under_any_name() {
    Pair elsewhere =
        second(Way.PSK)
            .client(party -> party.with(policy -> policy.withHost(OTHER)))
            .waiving(CLIENT, Rule.TICKET_NAME_VALID);

    assertThat(isResumed(elsewhere.run())).isTrue();
  }

  private static boolean isResumed(Duel duel) {
    return duel.isConnected() && !showsCertificate(duel);
  }

  private static boolean isFull(Duel duel) {
    return duel.isConnected() && showsCertificate(duel);
  }

  private static boolean showsCertificate(Duel duel) {
    return duel.said().contains("< Certificate") || duel.said().contains("< Certificate12");
  }

  /** A server of two names. */
  private static Party both(Version version) {
    Value key = Term.of("key", "both");
    Facts facts =
        Party.facts(Facts.Subject.of(Party.HOST, Party.HOST, OTHER), key, KeyType.ECDSA_P256);
    return Party.server(KeyType.ECDSA_P256)
        .with(policy -> policy.withVersions(version))
        .credited(all -> all.withIdentity(Party.issued(facts, key)));
  }

  private static Party asking(Party server) {
    return server.with(policy -> policy.withClients(ClientAuthentication.ASKED));
  }

  private static Party incurious(Party server) {
    return server.with(policy -> policy.withClients(ClientAuthentication.NOT_ASKED));
  }

  private static Credentials identified(Credentials all) {
    return all.withIdentity(Party.identity(KeyType.ECDSA_P256, NAME));
  }

  private static Party nameless(Party client) {
    return client.credited(Credentials::withIdentities);
  }
}
