package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import shakedown.handshake.Credentials;
import shakedown.handshake.Session13;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Resumable;
import shakedown.handshake.Signal.Running;
import shakedown.machine.Duel.Line;
import shakedown.policy.Policy;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Extension;
import shakedown.wire.Extension.Padding;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.PskIdentity;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.PskMode;
import shakedown.wire.Remembered;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Sessions of TLS 1.3 taken up again (RFC 8446 2.2, 4.2.11). */
final class PskTest {
  private static final Pair FIRST = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
  private static final Pair SECOND = FIRST.after(FIRST.run());
  private static final Value STRAY = Term.of("stray");
  private static final Remembered NOTHING = new Remembered("", "", 0, Remembered.ANYONE);

  @Test
  void a_resumed_session_shows_no_certificate() {
    Duel duel = SECOND.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsExactly(
            "> ClientHello",
            "< ServerHello",
            "< ChangeCipherSpec",
            "< EncryptedExtensions",
            "< Finished",
            "> ChangeCipherSpec",
            "> Finished",
            "< NewSessionTicket");
  }

  @Test
  void a_resumed_session_is_with_the_peer_of_the_first() {
    Duel duel = SECOND.run();

    Commit commit = duel.claims(CLIENT, Commit.class).getFirst();
    assertThat(commit.meant()).isEqualTo(Party.HOST);
    assertThat(commit.agreement())
        .isEqualTo(duel.claims(SERVER, Running.class).getFirst().agreement());
  }

  @Test
  void a_ticket_that_a_resumption_brought_resumes_again() {
    Duel duel = SECOND.after(SECOND.run()).run();

    assertThat(isResumed(duel)).isTrue();
    assertThat(duel.isConnected()).isTrue();
  }

  @Test
  void a_binder_of_another_key_is_refused() {
    Line line =
        Lines.changing(
            ClientHello.class, hello -> hello.with(bound(hello, ImmutableList.of(STRAY))));

    SECOND.refuse(line, SERVER, Rule.BINDER_VALID);
  }

  @Test
  void a_binder_over_another_hello_is_refused() {
    Line line = Lines.changing(ClientHello.class, hello -> hello.without(ServerName.class));

    SECOND.refuse(line, SERVER, Rule.BINDER_VALID);
  }

  @Test
  void a_key_without_modes_is_refused() {
    Line line =
        Lines.changing(ClientHello.class, hello -> hello.without(PskKeyExchangeModes.class));

    SECOND.refuse(line, SERVER, Rule.PSK_MODES_WITH_PSK);
  }

  @Test
  void keys_that_do_not_come_last_are_refused() {
    Line line =
        Lines.changing(
            ClientHello.class,
            hello ->
                Altered.extensions(
                    hello,
                    new Extensions(
                        ImmutableList.<Extension>builder()
                            .addAll(hello.extensions().list())
                            .add(new Padding(STRAY))
                            .build())));

    SECOND.refuse(line, SERVER, Rule.PSK_IS_LAST);
  }

  @Test
  void a_key_without_a_binder_is_refused_by_either_rule() {
    Line line =
        Lines.changing(ClientHello.class, hello -> hello.with(bound(hello, ImmutableList.of())));

    SECOND.refuse(line, SERVER, Rule.BINDER_FOR_EACH_IDENTITY);
    SECOND.waiving(SERVER, Rule.BINDER_FOR_EACH_IDENTITY).refuse(line, SERVER, Rule.BINDER_VALID);
  }

  @Test
  void a_ticket_of_another_host_is_not_offered_unless_that_is_waived() {
    Pair other = SECOND.client(party -> party.with(_ -> Policy.of("other.example")));
    Pair lax = other.waiving(CLIENT, Rule.TICKET_NAME_VALID);

    assertThat(offersKeys(other.run())).isFalse();
    assertThat(offersKeys(lax.run())).isTrue();
  }

  @Test
  void a_ticket_that_has_expired_is_not_offered_unless_that_is_waived() {
    Session13 session =
        (Session13) FIRST.run().claims(CLIENT, Resumable.class).getFirst().session();
    var old = new Credentials.Offer(session, Term.of("age"), true);
    Pair late = SECOND.client(party -> party.credited(all -> all.withOffers(old)));

    assertThat(offersKeys(late.run())).isFalse();
    assertThat(offersKeys(late.waiving(CLIENT, Rule.TICKET_NOT_EXPIRED).run())).isTrue();
  }

  @Test
  void a_key_whose_hash_does_not_fit_is_taken_where_that_is_waived() {
    Pair other =
        SECOND.server(
            party -> party.with(some -> some.withSuites(CipherSuite.TLS_AES_256_GCM_SHA384)));

    other
        .waiving(SERVER, Rule.PSK_FITS_SUITE)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.SELECTED_SUITE_HASH_FITS_PSK);
  }

  @Test
  void the_first_of_several_that_the_server_knows_is_taken() {
    Value stranger =
        new Terms("any")
            .seal(
                STRAY,
                new SealedSession(
                    Version.TLS13, CipherSuite.TLS_AES_128_GCM_SHA256, false, NOTHING, STRAY));
    Session13 known = (Session13) FIRST.run().claims(CLIENT, Resumable.class).getFirst().session();
    var unknown =
        new Session13(stranger, STRAY, STRAY, known.suite(), 0, known.peer(), known.remembered());
    Pair both =
        SECOND.client(
            party ->
                party.credited(
                    all ->
                        all.withOffers(
                            new Credentials.Offer(unknown, Term.of("age")),
                            new Credentials.Offer(known, Term.of("age")))));

    Duel duel = both.run();

    assertThat(isResumed(duel)).isTrue();
    assertThat(keys(duel.heard(CLIENT, ClientHello.class)).identities()).hasSize(2);
    assertThat(duel.heard(SERVER, ServerHello.class).extensions().find(SelectedPsk.class))
        .hasValue(new SelectedPsk(1));
  }

  @Test
  void an_identity_out_of_range_is_refused() {
    Line line = selecting(1);

    SECOND.refuse(line, CLIENT, Rule.SELECTED_IDENTITY_IN_RANGE);
  }

  @Test
  void a_suite_whose_hash_does_not_fit_the_key_is_refused() {
    Line line =
        Lines.changing(
            ServerHello.class, hello -> Altered.suite(hello, CipherSuite.TLS_AES_256_GCM_SHA384));

    SECOND.refuse(line, CLIENT, Rule.SELECTED_SUITE_HASH_FITS_PSK);
  }

  @Test
  void a_key_that_was_not_offered_is_refused_by_either_rule() {
    FIRST.refuse(selecting(0), CLIENT, Rule.EXTENSION_WAS_OFFERED);
    FIRST
        .waiving(CLIENT, Rule.EXTENSION_WAS_OFFERED)
        .refuse(selecting(0), CLIENT, Rule.PSK_WAS_OFFERED);
  }

  @Test
  void a_suite_of_the_same_hash_resumes() {
    Pair pair =
        SECOND.server(
            party -> party.with(some -> some.withSuites(CipherSuite.TLS_CHACHA20_POLY1305_SHA256)));

    assertThat(isResumed(pair.run())).isTrue();
  }

  @Test
  void a_suite_of_another_hash_gives_a_full_handshake() {
    Pair pair =
        SECOND.server(
            party -> party.with(some -> some.withSuites(CipherSuite.TLS_AES_256_GCM_SHA384)));

    assertThat(isFull(pair.run())).isTrue();
  }

  @Test
  void a_ticket_under_another_key_gives_a_full_handshake() {
    Pair pair = SECOND.server(party -> party.credited(all -> all.withTicketKey(STRAY)));

    assertThat(isFull(pair.run())).isTrue();
  }

  @Test
  void a_server_without_a_ticket_key_gives_a_full_handshake() {
    Pair pair = SECOND.server(Party::keyless);

    assertThat(isFull(pair.run())).isTrue();
  }

  @Test
  void a_client_that_wants_no_fresh_share_gets_a_full_handshake() {
    var without = new PskKeyExchangeModes(ImmutableList.of(new PskMode(0)));
    Line line = Lines.changing(ClientHello.class, hello -> hello.with(without));

    assertThat(SECOND.over(line).said()).contains("< Certificate");
  }

  @Test
  void a_ticket_of_an_older_version_is_no_key() {
    Value ticket =
        new Terms("any")
            .seal(
                Party.TICKET_KEY,
                new SealedSession(
                    Version.TLS12, CipherSuite.TLS_AES_128_GCM_SHA256, true, NOTHING, STRAY));
    Line line = Lines.changing(ClientHello.class, hello -> hello.with(showing(hello, ticket)));

    assertThat(SECOND.over(line).said()).contains("< Certificate");
  }

  private static boolean offersKeys(Duel duel) {
    return duel.heard(CLIENT, ClientHello.class).extensions().has(PreSharedKeys.class);
  }

  private static boolean isResumed(Duel duel) {
    return duel.isConnected() && !duel.said().contains("< Certificate");
  }

  private static boolean isFull(Duel duel) {
    return duel.isConnected() && duel.said().contains("< Certificate");
  }

  private static PreSharedKeys bound(ClientHello hello, ImmutableList<Value> binders) {
    return new PreSharedKeys(keys(hello).identities(), binders);
  }

  private static PreSharedKeys showing(ClientHello hello, Value ticket) {
    PskIdentity identity = keys(hello).identities().getFirst();
    return new PreSharedKeys(
        ImmutableList.of(new PskIdentity(ticket, identity.obfuscatedAge())), keys(hello).binders());
  }

  private static PreSharedKeys keys(ClientHello hello) {
    return hello.extensions().find(PreSharedKeys.class).orElseThrow();
  }

  private static Line selecting(int index) {
    UnaryOperator<ServerHello> change =
        hello -> Altered.extensions(hello, told -> told.with(new SelectedPsk(index)));
    return Lines.changing(ServerHello.class, change);
  }
}
