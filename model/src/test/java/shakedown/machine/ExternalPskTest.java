package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import org.junit.jupiter.api.Test;
import shakedown.handshake.Input;
import shakedown.handshake.PreSharedKey;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Running;
import shakedown.machine.Duel.Line;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Hash;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;

/** Keys that both were given before (RFC 8446 2.2), and keys without a share (4.2.9). */
final class ExternalPskTest {
  private static final PreSharedKey KEY =
      new PreSharedKey(Term.of("identity"), Term.of("key"), Hash.SHA256);
  private static final PreSharedKey LONG =
      new PreSharedKey(Term.of("other identity"), Term.of("other key"), Hash.SHA384);
  private static final Pair PAIR = holding(KEY, KEY);
  private static final Pair ALONE =
      PAIR.client(ExternalPskTest::alone).server(ExternalPskTest::alone);

  @Test
  void an_external_key_stands_for_the_certificate() {
    Duel duel = PAIR.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).doesNotContain("< Certificate", "< NewSessionTicket");
  }

  @Test
  void whoever_has_the_key_is_the_one_who_was_meant() {
    Duel duel = PAIR.run();

    Commit commit = duel.claims(CLIENT, Commit.class).getFirst();
    assertThat(commit.meant()).isEqualTo(Party.HOST);
    assertThat(commit.agreement())
        .isEqualTo(duel.claims(SERVER, Running.class).getFirst().agreement());
  }

  @Test
  void a_peer_without_the_key_proves_nothing() {
    Line line = Lines.from(SERVER, Lines.changing(Finished.class, _ -> new Finished(Term.of("?"))));

    PAIR.refuse(line, CLIENT, Rule.SERVER_FINISHED_IS_VALID);
  }

  @Test
  void another_key_of_the_same_name_is_refused() {
    Pair pair = holding(KEY, new PreSharedKey(KEY.identity(), Term.of("third"), Hash.SHA256));

    pair.refuse(Lines.UNTOUCHED, SERVER, Rule.BINDER_VALID);
  }

  @Test
  void the_server_takes_a_suite_that_fits_the_first_key() {
    Pair pair =
        new Pair(Party.client().holding(LONG, KEY), Party.server(KeyType.RSA).holding(KEY, LONG));

    ServerHello hello = pair.run().heard(SERVER, ServerHello.class);

    assertThat(hello.suite()).isEqualTo(CipherSuite.TLS_AES_256_GCM_SHA384);
    assertThat(hello.extensions().find(SelectedPsk.class)).hasValue(new SelectedPsk(0));
    assertThat(pair.run().isConnected()).isTrue();
  }

  @Test
  void the_server_takes_the_first_whose_hash_fits_a_suite() {
    Pair pair =
        new Pair(Party.client().holding(LONG, KEY), Party.server(KeyType.RSA).holding(KEY, LONG))
            .server(ExternalPskTest::shortHash);

    Duel duel = pair.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.heard(SERVER, ServerHello.class).extensions().find(SelectedPsk.class))
        .hasValue(new SelectedPsk(1));
  }

  @Test
  void a_server_keeps_the_suite_of_its_retry() {
    Pair pair =
        new Pair(Party.client().holding(LONG), Party.server(KeyType.RSA))
            .server(party -> party.credited(all -> all.withPreShared(LONG)))
            .server(party -> party.with(some -> some.withGroups(NamedGroup.SECP256R1)));
    Line line =
        Lines.changing(
            ClientHello.class,
            hello ->
                hello.sharesFor(NamedGroup.SECP256R1) ? hello.without(PreSharedKeys.class) : hello);

    Duel duel = pair.over(line);

    assertThat(duel.said()).contains("< HelloRetryRequest", "< Certificate");
    assertThat(duel.heard(SERVER, ServerHello.class).suite())
        .isEqualTo(CipherSuite.TLS_AES_256_GCM_SHA384);
  }

  @Test
  void no_certificate_is_asked_for_beside_an_external_key_unless_that_is_waived() {
    Pair asking =
        PAIR.server(party -> party.with(some -> some.withClients(ClientAuthentication.ASKED)));
    Pair careless = asking.waiving(SERVER, Rule.NO_EXTERNAL_PSK_WITH_CERTIFICATE);

    assertThat(asking.run().said()).contains("> Finished").doesNotContain("< CertificateRequest");
    careless.refuse(Lines.UNTOUCHED, CLIENT, Rule.NO_EXTERNAL_PSK_WITH_CERTIFICATE);
    Duel both = careless.waiving(CLIENT, Rule.NO_EXTERNAL_PSK_WITH_CERTIFICATE).run();
    assertThat(both.isConnected()).isTrue();
    assertThat(both.said()).contains("< CertificateRequest", "> Certificate");
  }

  @Test
  void no_certificate_is_asked_for_later_under_an_external_key_unless_that_is_waived() {
    Pair willing = PAIR.client(party -> party.with(some -> some.with(Option.POST_HANDSHAKE_AUTH)));
    Pair careless = willing.waiving(SERVER, Rule.EXTERNAL_PSK_NO_POST_HANDSHAKE_AUTH);
    Duel kept = willing.run();
    Duel broken = careless.run();
    Duel waived = careless.waiving(CLIENT, Rule.EXTERNAL_PSK_NO_POST_HANDSHAKE_AUTH).run();

    broken.ask(SERVER, new Input.Authenticate());
    waived.ask(SERVER, new Input.Authenticate());

    assertThatThrownBy(() -> kept.ask(SERVER, new Input.Authenticate()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(broken.broken(CLIENT)).hasValue(Rule.EXTERNAL_PSK_NO_POST_HANDSHAKE_AUTH);
    assertThat(waived.isConnected()).isTrue();
    assertThat(waived.said()).endsWith("< CertificateRequest", "> Certificate", "> Finished");
  }

  @Test
  void after_a_retry_only_keys_of_its_hash_are_offered_again() {
    Pair pair =
        new Pair(Party.client().holding(LONG, KEY), Party.server(KeyType.RSA).holding(KEY))
            .server(party -> party.with(some -> some.withGroups(NamedGroup.SECP256R1)));

    Duel duel = pair.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).contains("< HelloRetryRequest");
    assertThat(duel.heard(SERVER, ServerHello.class).extensions().find(SelectedPsk.class))
        .hasValue(new SelectedPsk(0));
  }

  @Test
  void a_server_of_another_hash_and_no_certificate_has_nothing_to_go_on_with() {
    Pair pair = holding(LONG, LONG).server(ExternalPskTest::shortHash);

    pair.refuse(Lines.UNTOUCHED, SERVER, Rule.SCHEME_IS_SHARED);
  }

  @Test
  void an_imported_key_is_for_its_hash_alone_and_bound_as_imported() {
    Terms anyone = new Terms("any");
    PreSharedKey imported = LONG.imported(Term.of("about"), Hash.SHA256, anyone);
    PreSharedKey passedOff = new PreSharedKey(imported.identity(), imported.key(), Hash.SHA256);

    assertThat(holding(imported, imported).run().isConnected()).isTrue();
    holding(imported, passedOff).refuse(Lines.UNTOUCHED, SERVER, Rule.BINDER_VALID);
  }

  @Test
  void a_key_alone_needs_no_share() {
    Duel duel = ALONE.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.heard(SERVER, ServerHello.class).extensions().has(KeyShare.class)).isFalse();
  }

  @Test
  void a_hello_without_groups_is_answered_by_a_key_alone() {
    Line line =
        Lines.changing(
            ClientHello.class,
            hello -> hello.without(KeyShares.class).without(SupportedGroups.class));

    Duel duel = ALONE.waiving(SERVER, Rule.BINDER_VALID).over(line);

    assertThat(duel.said()).contains("< ServerHello");
  }

  @Test
  void a_mode_that_was_not_listed_is_not_used_unless_that_is_waived() {
    Pair unlisted = PAIR.server(ExternalPskTest::alone);

    unlisted.refuse(Lines.UNTOUCHED, SERVER, Rule.SCHEME_IS_SHARED);
    unlisted
        .waiving(SERVER, Rule.PSK_MODE_WAS_LISTED)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.SHARE_PRESENT_IF_MODE_NEEDS_IT);
  }

  @Test
  void a_share_that_no_mode_wants_is_refused() {
    Pair unlisted = PAIR.client(ExternalPskTest::alone);

    unlisted
        .waiving(SERVER, Rule.PSK_MODE_WAS_LISTED)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.PSK_KE_WITHOUT_SHARE);
  }

  @Test
  void a_server_with_both_modes_uses_the_one_that_the_client_lists() {
    Pair both =
        ALONE.server(
            party -> party.with(some -> some.withPskModes(PskMode.PSK_DHE_KE, PskMode.PSK_KE)));

    assertThat(both.run().isConnected()).isTrue();
  }

  private static Pair holding(PreSharedKey client, PreSharedKey server) {
    return new Pair(
        Party.client().holding(client), Party.server(KeyType.ECDSA_P256).holding(server));
  }

  private static Party alone(Party party) {
    return party.with(policy -> policy.withPskModes(PskMode.PSK_KE));
  }

  private static Party shortHash(Party server) {
    return server.with(policy -> policy.withSuites(CipherSuite.TLS_AES_128_GCM_SHA256));
  }
}
