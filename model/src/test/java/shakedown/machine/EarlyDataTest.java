package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import shakedown.handshake.AntiReplay;
import shakedown.handshake.Credentials;
import shakedown.handshake.Permission;
import shakedown.handshake.Session13;
import shakedown.handshake.Signal.DataReceived;
import shakedown.handshake.Signal.DataSent;
import shakedown.handshake.Signal.EarlyDataAccepted;
import shakedown.handshake.Signal.EarlyDataRejected;
import shakedown.handshake.Signal.EarlyDataTaken;
import shakedown.handshake.Signal.MaySend;
import shakedown.handshake.Signal.Resumable;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.EndOfEarlyData;
import shakedown.wire.Message.Finished;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;

/** What a client says before it is answered (RFC 8446 2.3, 4.2.10). */
final class EarlyDataTest {
  private static final Value EARLY = Term.of("early");
  private static final Pair FIRST =
      new Pair(
          Party.client()
              .with(policy -> policy.with(Option.EARLY_DATA))
              .credited(all -> all.withEarlyData(EARLY)),
          Party.server(KeyType.ECDSA_P256).with(policy -> policy.with(Option.EARLY_DATA)));
  private static final Pair SECOND = FIRST.after(FIRST.run());
  private static final Pair UNWILLING = SECOND.server(party -> party.without(Option.EARLY_DATA));
  private static final Pair FORGETFUL =
      SECOND.server(party -> party.credited(all -> all.withTicketKey(Term.of("key", "other"))));
  private static final Pair CHOOSY =
      SECOND.server(party -> party.with(policy -> policy.withGroups(NamedGroup.SECP256R1)));

  @Test
  void early_data_is_taken_and_its_end_is_told() {
    Duel duel = SECOND.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsExactly(
            "> ClientHello",
            "> ChangeCipherSpec",
            "> ApplicationData",
            "< ServerHello",
            "< ChangeCipherSpec",
            "< EncryptedExtensions",
            "< Finished",
            "> EndOfEarlyData",
            "> Finished",
            "< NewSessionTicket");
    assertThat(duel.claims(SERVER, DataReceived.class)).containsExactly(new DataReceived(EARLY));
  }

  @Test
  void a_client_knows_on_what_ground_it_sends() {
    Duel duel = SECOND.run();

    assertThat(duel.claims(CLIENT, MaySend.class))
        .containsExactly(new MaySend(Permission.EARLY), new MaySend(Permission.FULL));
    assertThat(duel.claims(CLIENT, DataSent.class))
        .containsExactly(new DataSent(Permission.EARLY, EARLY));
    assertThat(duel.claims(CLIENT, EarlyDataAccepted.class)).hasSize(1);
    assertThat(duel.claims(CLIENT, EarlyDataRejected.class)).isEmpty();
  }

  @Test
  void a_first_session_has_no_early_data() {
    Duel duel = FIRST.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).doesNotContain("> ApplicationData");
  }

  @Test
  void a_session_that_allows_none_has_no_early_data() {
    Pair first = FIRST.server(party -> party.without(Option.EARLY_DATA));

    Duel duel = first.after(first.run()).run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).doesNotContain("> ApplicationData", "< Certificate");
  }

  @Test
  void a_client_without_the_option_sends_no_early_data() {
    Duel duel = SECOND.client(party -> party.without(Option.EARLY_DATA)).run();

    assertThat(duel.said()).doesNotContain("> ApplicationData");
    assertThat(duel.heard(CLIENT, ClientHello.class).extensions().has(EarlyData.class)).isFalse();
  }

  @Test
  void a_server_may_resume_and_yet_refuse_early_data() {
    Duel duel = UNWILLING.run();

    assertThat(duel.said()).doesNotContain("< Certificate");
    assertIsRejected(duel);
  }

  @Test
  void a_full_handshake_refuses_early_data() {
    Duel duel = FORGETFUL.run();

    assertThat(duel.said()).contains("< Certificate");
    assertIsRejected(duel);
  }

  @Test
  void another_suite_than_that_of_the_session_refuses_early_data() {
    Duel duel =
        SECOND
            .server(
                party ->
                    party.with(
                        policy -> policy.withSuites(CipherSuite.TLS_CHACHA20_POLY1305_SHA256)))
            .run();

    assertThat(duel.said()).doesNotContain("< Certificate");
    assertIsRejected(duel);
  }

  @Test
  void another_suite_takes_early_data_that_it_cannot_read_where_that_is_waived() {
    Duel duel =
        SECOND
            .server(
                party ->
                    party.with(
                        policy -> policy.withSuites(CipherSuite.TLS_CHACHA20_POLY1305_SHA256)))
            .waiving(SERVER, Rule.EARLY_DATA_SAME_SUITE)
            .run();

    assertThat(duel.claims(SERVER, EarlyDataTaken.class)).hasSize(1);
  }

  @Test
  void another_protocol_than_that_of_the_session_gets_no_early_data_unless_that_is_waived() {
    Pair spoken = speaking("h2", "http/1.1");
    Pair moved = spoken.after(speaking("h2").run());
    Pair kept = spoken.after(speaking("http/1.1").run());

    assertThat(takesEarlyData(kept)).isTrue();
    assertIsRejected(moved.run());
    moved
        .waiving(SERVER, Rule.EARLY_DATA_SAME_ALPN)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.EARLY_DATA_NOT_MOVED_TO_OTHER_ALPN);
  }

  @Test
  void no_protocol_is_another_than_one() {
    Pair moved = speaking("h2").after(FIRST.run());

    assertIsRejected(moved.run());
    moved
        .waiving(SERVER, Rule.EARLY_DATA_SAME_ALPN)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.EARLY_DATA_NOT_MOVED_TO_OTHER_ALPN);
  }

  @Test
  void a_client_says_nothing_early_in_a_protocol_that_it_does_not_offer_unless_that_is_waived() {
    Pair other = speaking("http/1.1").after(speaking("h2").run());

    assertThat(other.run().said()).doesNotContain("> ApplicationData", "< Certificate");
    assertIsRejected(other.waiving(CLIENT, Rule.EARLY_DATA_SAME_ALPN).run());
  }

  @Test
  void a_hello_that_comes_again_gets_no_early_data_unless_that_is_waived() {
    Value binder = SECOND.run().claims(SERVER, EarlyDataTaken.class).getFirst().binder();
    Pair repeated =
        SECOND.server(
            party -> party.credited(all -> all.withReplays(AntiReplay.NOTHING_SEEN.with(binder))));

    assertIsRejected(repeated.run());
    assertThat(takesEarlyData(repeated.waiving(SERVER, Rule.EARLY_DATA_ONCE_PER_INSTANCE)))
        .isTrue();
  }

  @Test
  void a_ticket_of_another_age_gets_no_early_data_unless_that_is_waived() {
    Pair stale =
        SECOND.server(
            party -> party.credited(all -> all.withReplays(AntiReplay.NOTHING_SEEN.stale())));

    assertIsRejected(stale.run());
    assertThat(takesEarlyData(stale.waiving(SERVER, Rule.EARLY_DATA_TICKET_FRESH))).isTrue();
  }

  @Test
  void early_data_under_another_key_than_is_taken_is_refused() {
    Session13 known = (Session13) FIRST.run().claims(CLIENT, Resumable.class).getFirst().session();
    Value stray = Term.of("stray", "one");
    var unknown =
        new Session13(stray, stray, stray, known.suite(), 1, known.peer(), known.remembered());
    Pair both =
        SECOND.client(
            party ->
                party.credited(
                    all ->
                        all.withOffers(
                            new Credentials.Offer(unknown, Term.of("age")),
                            new Credentials.Offer(known, Term.of("age")))));

    assertIsRejected(both.run());
    both.waiving(SERVER, Rule.EARLY_DATA_FIRST_IDENTITY_CHOSEN)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.EARLY_DATA_USES_FIRST_PSK);
  }

  @Test
  void a_server_never_ends_early_data() {
    Line line = Lines.from(SERVER, Lines.inserting(new EndOfEarlyData(), Finished.class));

    SECOND.refuse(line, CLIENT, Rule.MESSAGE_IN_ORDER);
  }

  @Test
  void a_retry_refuses_early_data() {
    Duel duel = CHOOSY.run();

    assertThat(duel.said()).contains("< HelloRetryRequest").doesNotContain("< Certificate");
    assertIsRejected(duel);
  }

  @Test
  void a_second_hello_asks_for_no_early_data_and_gets_none_if_it_does() {
    Line line =
        Lines.changing(
            ClientHello.class,
            hello -> hello.sharesFor(NamedGroup.SECP256R1) ? hello.with(new EarlyData()) : hello);

    CHOOSY.refuse(line, SERVER, Rule.SECOND_HELLO_UNCHANGED);

    Duel waived =
        CHOOSY
            .waiving(SERVER, Rule.SECOND_HELLO_UNCHANGED)
            .waiving(SERVER, Rule.BINDER_VALID)
            .over(line);
    assertThat(waived.said()).contains("< EncryptedExtensions");
    assertThat(waived.heard(SERVER, EncryptedExtensions.class).extensions().list()).isEmpty();
  }

  @Test
  void a_finished_before_the_end_of_early_data_is_refused() {
    Line line = Lines.losing(EndOfEarlyData.class);

    SECOND.refuse(line, SERVER, Rule.MESSAGE_IN_ORDER);
  }

  @Test
  void an_end_of_early_data_that_was_not_taken_is_refused() {
    Line line = Lines.from(CLIENT, Lines.inserting(new EndOfEarlyData(), Finished.class));

    UNWILLING.refuse(line, SERVER, Rule.MESSAGE_IN_ORDER);
    FIRST.refuse(line, SERVER, Rule.MESSAGE_IN_ORDER);
  }

  @Test
  void early_data_cannot_be_taken_without_its_key() {
    FORGETFUL.refuse(accepting(), CLIENT, Rule.EARLY_DATA_USES_FIRST_PSK);
  }

  @Test
  void early_data_that_was_not_offered_cannot_be_taken() {
    FIRST.refuse(accepting(), CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void a_server_may_speak_while_early_data_comes() {
    Line cut =
        (from, message) ->
            message instanceof EndOfEarlyData || (from == CLIENT && message instanceof Finished)
                ? ImmutableList.of()
                : ImmutableList.of(message);
    Duel duel = SECOND.over(cut);

    duel.write(SERVER, Term.of("half"));

    assertThat(duel.state(SERVER).name()).isEqualTo("ExpectEndOfEarlyData");
    assertThat(duel.claims(SERVER, DataSent.class))
        .containsExactly(new DataSent(Permission.HALF_RTT, Term.of("half")));
  }

  /** A first session in these protocols, of which the server takes the last. */
  private static Pair speaking(String... protocols) {
    return FIRST
        .client(party -> party.with(policy -> policy.withProtocols(protocols)))
        .server(
            party -> party.with(policy -> policy.withProtocols(protocols[protocols.length - 1])));
  }

  private static boolean takesEarlyData(Pair pair) {
    return !pair.run().claims(CLIENT, EarlyDataAccepted.class).isEmpty();
  }

  private static void assertIsRejected(Duel duel) {
    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).contains("> ApplicationData").doesNotContain("> EndOfEarlyData");
    assertThat(duel.claims(SERVER, DataReceived.class)).isEmpty();
    assertThat(duel.claims(CLIENT, EarlyDataRejected.class)).hasSize(1);
    assertThat(duel.claims(CLIENT, EarlyDataAccepted.class)).isEmpty();
  }

  private static Line accepting() {
    return Lines.changing(
        EncryptedExtensions.class,
        told -> new EncryptedExtensions(told.extensions().with(new EarlyData())));
  }
}
