package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.DataReceived;
import shakedown.handshake.Signal.DataSent;
import shakedown.handshake.Signal.MaySend;
import shakedown.handshake.Signal.Running;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.KeyType;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

final class Tls13HandshakeTest {
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));

  @ParameterizedTest
  @EnumSource
  void a_full_handshake_completes_with_every_type_of_key(KeyType type) {
    SignatureScheme[] all = SignatureScheme.known().toArray(new SignatureScheme[0]);
    Party client = Party.client().with(policy -> policy.withSchemes(all));
    Party server = Party.server(type).with(policy -> policy.withSchemes(all));

    Duel duel = Duel.of(client, server.without(Option.TICKETS));

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsExactly(
            "> ClientHello",
            "< ServerHello",
            "< ChangeCipherSpec",
            "< EncryptedExtensions",
            "< Certificate",
            "< CertificateVerify",
            "< Finished",
            "> ChangeCipherSpec",
            "> Finished");
  }

  @Test
  void both_sides_commit_to_the_same_agreement_after_the_other_ran() {
    Duel duel = PAIR.run();

    Commit client = duel.claims(CLIENT, Commit.class).getFirst();
    Running server = duel.claims(SERVER, Running.class).getFirst();
    assertThat(client.meant()).isEqualTo(Party.HOST).isEqualTo(server.self());
    assertThat(client.agreement()).isEqualTo(server.agreement());
    assertThat(client.agreement().version()).isEqualTo(Version.TLS13);
    assertThat(duel.claims(SERVER, Commit.class).getFirst().agreement())
        .isEqualTo(duel.claims(CLIENT, Running.class).getFirst().agreement());
  }

  @ParameterizedTest
  @EnumSource
  void data_flows_both_ways(Role side) {
    Value words = Term.of("words");
    Duel duel = PAIR.run();

    duel.write(side, words);

    assertThat(duel.claims(side, DataSent.class))
        .containsExactly(new DataSent(Permission.FULL, words));
    assertThat(duel.claims(side.peer(), DataReceived.class))
        .containsExactly(new DataReceived(words));
  }

  @Test
  void a_server_may_speak_before_the_client_has_finished() {
    Duel duel = PAIR.over(Lines.from(CLIENT, Lines.losing(Finished.class)));

    duel.write(SERVER, Term.of("half"));

    assertThat(duel.claims(SERVER, MaySend.class))
        .containsExactly(new MaySend(Permission.HALF_RTT));
    assertThat(duel.claims(SERVER, DataSent.class))
        .containsExactly(new DataSent(Permission.HALF_RTT, Term.of("half")));
    assertThat(duel.claims(CLIENT, DataReceived.class))
        .containsExactly(new DataReceived(Term.of("half")));
  }

  @Test
  void a_server_takes_the_first_of_its_own_suites() {
    Pair pair =
        PAIR.server(
            party ->
                party.with(
                    some ->
                        some.withSuites(
                            CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
                            CipherSuite.TLS_AES_128_GCM_SHA256)));

    assertThat(pair.run().heard(SERVER, ServerHello.class).suite())
        .isEqualTo(CipherSuite.TLS_CHACHA20_POLY1305_SHA256);
  }

  @Test
  void no_signature_of_pkcs1_is_made() {
    Pair pair =
        new Pair(Party.client(), Party.server(KeyType.RSA))
            .server(
                party ->
                    party.with(
                        some ->
                            some.withSchemes(
                                SignatureScheme.RSA_PKCS1_SHA256,
                                SignatureScheme.RSA_PSS_RSAE_SHA256)));

    assertThat(pair.run().heard(SERVER, CertificateVerify.class).scheme())
        .isEqualTo(SignatureScheme.RSA_PSS_RSAE_SHA256);
  }

  @Test
  void a_client_offers_no_suite_of_a_version_that_it_does_not_speak() {
    Pair only13 = PAIR.client(party -> party.with(some -> some.withVersions(Version.TLS13)));
    Pair only12 = PAIR.client(party -> party.with(some -> some.withVersions(Version.TLS12)));

    assertThat(only13.run().heard(CLIENT, ClientHello.class).suites())
        .isNotEmpty()
        .allMatch(CipherSuite::isFor13);
    assertThat(only12.run().heard(CLIENT, ClientHello.class).suites())
        .isNotEmpty()
        .noneMatch(CipherSuite::isFor13);
  }

  @Test
  void a_session_of_a_version_that_is_not_spoken_is_not_offered() {
    Pair old = new Pair(Party.client12(), Party.server12(KeyType.ECDSA_P256));
    Pair newer =
        old.after(old.run())
            .client(party -> party.with(some -> some.withVersions(Version.TLS13)))
            .client(party -> party.without(Option.MIDDLEBOX_COMPATIBILITY))
            .server(_ -> PAIR.server());

    assertThat(newer.run().isConnected()).isTrue();
    assertThat(newer.run().heard(CLIENT, ClientHello.class).sessionId()).isNull();
  }

  @Test
  void without_a_common_group_a_server_gives_up() {
    Pair pair = PAIR.client(party -> party.with(some -> some.withGroups(NamedGroup.SECP384R1)));

    assertThat(pair.run().broken(SERVER)).hasValue(Rule.PARAMETERS_OVERLAP);
  }

  @Test
  void without_a_common_suite_a_server_gives_up() {
    Pair pair =
        PAIR.client(
                party -> party.with(some -> some.withSuites(CipherSuite.TLS_AES_128_GCM_SHA256)))
            .server(
                party -> party.with(some -> some.withSuites(CipherSuite.TLS_AES_256_GCM_SHA384)));

    assertThat(pair.run().broken(SERVER)).hasValue(Rule.PARAMETERS_OVERLAP);
  }

  @Test
  void without_a_common_scheme_a_server_gives_up_unless_it_resumes() {
    Pair pair = PAIR.after(PAIR.run());
    Pair deaf = pair.client(party -> party.with(some -> some.withSchemes(SignatureScheme.ED25519)));

    assertThat(deaf.run().isConnected()).isTrue();
    assertThat(deaf.server(Party::keyless).run().broken(SERVER)).hasValue(Rule.SCHEME_IS_SHARED);
  }
}
