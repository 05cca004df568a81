package shakedown.machine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.handshake.Credentials.Cached;
import shakedown.handshake.Session12;
import shakedown.handshake.Signal.Cacheable;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Resumable;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Value;

final class Tls12ResumptionTest {
  private static final Party CLIENT12 = Party.client12();
  private static final Party SERVER12 = Party.server12(KeyType.ECDSA_P256);

  /** How a session is taken up again. */
  enum Way {
    ID,
    TICKET
  }

  /** A second session of these two, which had one before. */
  private static Pair second(Way way, Party client, Party server) {
    Option other = way == Way.ID ? Option.TICKETS : Option.SESSION_IDS;
    Party first = client.without(other);
    return new Pair(first, server).after(Duel.of(first, server));
  }

  @Test
  void a_session_resumes_by_its_id() {
    Duel duel = second(Way.ID, CLIENT12, SERVER12).run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsExactly(
            "> ClientHello",
            "< ServerHello",
            "< ChangeCipherSpec",
            "< Finished",
            "> ChangeCipherSpec",
            "> Finished");
    assertThat(duel.claims(CLIENT, Resumable.class)).isEmpty();
  }

  @Test
  void a_session_resumes_by_its_ticket_which_is_not_renewed() {
    Duel duel = second(Way.TICKET, CLIENT12, SERVER12).run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsExactly(
            "> ClientHello",
            "< ServerHello",
            "< ChangeCipherSpec",
            "< Finished",
            "> ChangeCipherSpec",
            "> Finished");
    assertThat(duel.heard(SERVER, ServerHello.class).extensions().has(SessionTicket.class))
        .isFalse();
    assertThat(duel.claims(CLIENT, Resumable.class)).isEmpty();
  }

  @Test
  void a_client_takes_a_ticket_in_an_abbreviated_handshake() {
    Pair byId = second(Way.ID, CLIENT12, SERVER12);
    Party client = byId.client().with(policy -> policy.with(Option.TICKETS));

    Duel duel = Duel.of(client, byId.server());

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .startsWith("> ClientHello", "< ServerHello", "< NewSessionTicket12", "< ChangeCipherSpec");
    assertThat(duel.claims(CLIENT, Resumable.class)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_resumed_session_keeps_peer_and_master_secret(Way way) {
    Pair pair = second(way, CLIENT12, SERVER12);
    Session12 session = offered(pair);

    Commit commit = pair.run().claims(CLIENT, Commit.class).getFirst();

    assertThat(commit.meant()).isEqualTo(Party.HOST);
    assertThat(commit.agreement().session()).isEqualTo(session.masterSecret());
    assertThat(commit.agreement())
        .isEqualTo(pair.run().claims(SERVER, Commit.class).getFirst().agreement());
  }

  @Test
  void an_unknown_session_id_gives_a_full_handshake() {
    Pair pair = second(Way.ID, CLIENT12, SERVER12);

    Duel duel = Duel.of(pair.client(), SERVER12.again());

    assertThat(duel.said()).contains("< ServerKeyExchange");
    assertThat(duel.isConnected()).isTrue();
  }

  @Test
  void a_ticket_under_another_key_gives_a_full_handshake() {
    Pair pair = second(Way.TICKET, CLIENT12, SERVER12);
    Party other = pair.server().credited(all -> all.withTicketKey(Term.of("key", "other")));

    Duel duel = Duel.of(pair.client(), other);

    assertThat(duel.said()).contains("< ServerKeyExchange", "< NewSessionTicket12");
    assertThat(duel.isConnected()).isTrue();
  }

  @Test
  void an_id_beside_a_ticket_is_no_id_of_a_session() {
    Pair pair = second(Way.TICKET, CLIENT12, SERVER12);
    ClientHello hello = pair.run().heard(CLIENT, ClientHello.class);
    Value id = requireNonNull(hello.sessionId());
    var trap = new Cached(id, new Terms("any").open(Term.of("key", "tickets"), ticket(pair)).get());
    Party server =
        pair.server().credited(all -> all.withCached(trap).withTicketKey(Term.of("key", "other")));

    assertThat(Duel.of(pair.client(), server).said()).contains("< ServerKeyExchange");
  }

  @Test
  void a_server_without_a_ticket_key_gives_an_id_instead() {
    Duel duel = Duel.of(CLIENT12, SERVER12.keyless());

    assertThat(duel.said()).doesNotContain("< NewSessionTicket12");
    assertThat(duel.claims(SERVER, Cacheable.class)).hasSize(1);
    Session12 session = (Session12) duel.claims(CLIENT, Resumable.class).getFirst().session();
    assertThat(session.id()).isNotNull();
    assertThat(session.ticket()).isNull();
  }

  @Test
  void nothing_is_resumable_where_the_server_gives_neither() {
    Duel duel = Duel.of(CLIENT12, SERVER12.without(Option.TICKETS, Option.SESSION_IDS));

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(CLIENT, Resumable.class)).isEmpty();
    assertThat(duel.claims(SERVER, Cacheable.class)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_session_whose_suite_is_not_offered_again_is_not_resumed(Way way) {
    Pair pair = second(way, CLIENT12, SERVER12);
    Party client =
        pair.client()
            .with(policy -> policy.withSuites(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384));

    assertThat(Duel.of(client, pair.server()).said()).contains("< ServerKeyExchange");
  }

  @ParameterizedTest
  @EnumSource
  void another_suite_than_the_session_had_is_refused(Way way) {
    Line line =
        Lines.changing(
            ServerHello.class,
            hello -> Altered.suite(hello, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384));

    second(way, CLIENT12, SERVER12).refuse(line, CLIENT, Rule.TLS12_RESUMED_SUITE_KEPT);
  }

  @ParameterizedTest
  @EnumSource
  void a_session_without_extended_master_secret_is_not_resumed_under_it(Way way) {
    Party old = SERVER12.without(Option.EXTENDED_MASTER_SECRET);
    Pair pair = second(way, CLIENT12, old);
    Party newer = pair.server().with(policy -> policy.with(Option.EXTENDED_MASTER_SECRET));

    assertThat(pair.run().said()).doesNotContain("< ServerKeyExchange");
    assertThat(Duel.of(pair.client(), newer).said()).contains("< ServerKeyExchange");
  }

  @ParameterizedTest
  @EnumSource
  void a_client_that_drops_extended_master_secret_is_refused(Way way) {
    Pair pair =
        second(way, CLIENT12, SERVER12)
            .client(party -> party.without(Option.EXTENDED_MASTER_SECRET));

    pair.refuse(Lines.UNTOUCHED, SERVER, Rule.EMS_NOT_DROPPED_BY_CLIENT);
    pair.waiving(SERVER, Rule.EMS_NOT_DROPPED_BY_CLIENT)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.EMS_NOT_DROPPED_BY_SERVER);
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_drops_or_adds_extended_master_secret_is_refused(Way way) {
    Line dropping = answering(told -> told.without(ExtendedMasterSecret.class));
    Line adding = answering(told -> told.with(new ExtendedMasterSecret()));
    Party old = SERVER12.without(Option.EXTENDED_MASTER_SECRET);

    second(way, CLIENT12, SERVER12).refuse(dropping, CLIENT, Rule.EMS_NOT_DROPPED_BY_SERVER);
    second(way, CLIENT12, old).refuse(adding, CLIENT, Rule.EMS_NOT_ADDED_BY_SERVER);
  }

  private static Line answering(UnaryOperator<Extensions> change) {
    return Lines.changing(ServerHello.class, hello -> Altered.extensions(hello, change));
  }

  private static Session12 offered(Pair pair) {
    return Session12.offered(pair.client().context()).orElseThrow();
  }

  private static Value ticket(Pair pair) {
    return requireNonNull(offered(pair).ticket());
  }
}
