package shakedown.machine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.NamedGroup.SECP256R1;
import static shakedown.wire.NamedGroup.SECP384R1;
import static shakedown.wire.NamedGroup.SECP521R1;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import shakedown.crypto.Mark;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.DataReceived;
import shakedown.handshake.Signal.DataSent;
import shakedown.handshake.Signal.MaySend;
import shakedown.handshake.Signal.Running;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.ClientKey.EncryptedSecret;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

final class Tls12HandshakeTest {
  private static final CipherSuite RSA = CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256;
  private static final CipherSuite ECDHE_RSA = CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256;

  @Test
  void a_certificate_on_a_curve_that_is_not_offered_is_not_shown_unless_that_is_waived() {
    Pair pair =
        new Pair(
            Party.client12().with(policy -> policy.withGroups(NamedGroup.X25519)),
            Party.server12(KeyType.ECDSA_P256));

    pair.refuse(Lines.UNTOUCHED, SERVER, Rule.PARAMETERS_OVERLAP);
    pair.waiving(SERVER, Rule.TLS12_CERTIFICATE_CURVE_OFFERED)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.TLS12_CERTIFICATE_CURVE_OFFERED);
    assertThat(
            pair.waiving(SERVER, Rule.TLS12_CERTIFICATE_CURVE_OFFERED)
                .waiving(CLIENT, Rule.TLS12_CERTIFICATE_CURVE_OFFERED)
                .run()
                .isConnected())
        .isTrue();
  }

  @Test
  void a_client_that_names_no_curves_takes_every_certificate() {
    Line line = Lines.changing(ClientHello.class, hello -> hello.without(SupportedGroups.class));

    Duel duel =
        new Pair(Party.client12(), Party.server12(KeyType.ECDSA_P384))
            .server(
                party ->
                    party.with(
                        policy -> policy.withSchemes(SignatureScheme.ECDSA_SECP384R1_SHA384)))
            .client(
                party ->
                    party.with(
                        policy -> policy.withSchemes(SignatureScheme.ECDSA_SECP384R1_SHA384)))
            .over(line);

    assertThat(duel.said()).contains("< Certificate12");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "ML_DSA_.*")
  void an_ephemeral_handshake_completes_with_every_type_of_key(KeyType type) {
    SignatureScheme[] all = SignatureScheme.known().toArray(new SignatureScheme[0]);
    Party client =
        Party.client12()
            .with(policy -> policy.withSchemes(all))
            .with(policy -> policy.withGroups(SECP256R1, SECP384R1, SECP521R1));
    Party server =
        Party.server12(type).with(policy -> policy.withSchemes(all).withGroups(SECP256R1));

    Duel duel = Duel.of(client.without(Option.TICKETS), server);

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsExactly(
            "> ClientHello",
            "< ServerHello",
            "< Certificate12",
            "< ServerKeyExchange",
            "< ServerHelloDone",
            "> ClientKeyExchange",
            "> ChangeCipherSpec",
            "> Finished",
            "< ChangeCipherSpec",
            "< Finished");
  }

  @Test
  void key_transport_has_no_server_key_exchange() {
    Duel duel =
        Duel.of(
            Party.client12().without(Option.TICKETS).with(policy -> policy.withSuites(RSA)),
            Party.server12(KeyType.RSA));

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsExactly(
            "> ClientHello",
            "< ServerHello",
            "< Certificate12",
            "< ServerHelloDone",
            "> ClientKeyExchange",
            "> ChangeCipherSpec",
            "> Finished",
            "< ChangeCipherSpec",
            "< Finished");
  }

  @Test
  void both_sides_commit_to_the_same_agreement_after_the_other_ran() {
    Duel duel = Duel.of(Party.client12(), Party.server12(KeyType.ECDSA_P256));

    Commit client = duel.claims(CLIENT, Commit.class).getFirst();
    Running server = duel.claims(SERVER, Running.class).getFirst();
    assertThat(client.meant()).isEqualTo(Party.HOST).isEqualTo(server.self());
    assertThat(client.agreement()).isEqualTo(server.agreement());
    assertThat(duel.claims(SERVER, Commit.class).getFirst().agreement())
        .isEqualTo(duel.claims(CLIENT, Running.class).getFirst().agreement());
    assertThat(duel.claims(CLIENT, MaySend.class)).containsExactly(new MaySend(Permission.FULL));
  }

  @Test
  void data_flows_both_ways() {
    Duel duel = Duel.of(Party.client12(), Party.server12(KeyType.ECDSA_P256));
    Value request = Term.of("request");
    Value response = Term.of("response");

    duel.write(CLIENT, request);
    duel.write(SERVER, response);

    assertThat(duel.claims(CLIENT, DataSent.class))
        .containsExactly(new DataSent(Permission.FULL, request));
    assertThat(duel.claims(SERVER, DataReceived.class)).containsExactly(new DataReceived(request));
    assertThat(duel.claims(CLIENT, DataReceived.class)).containsExactly(new DataReceived(response));
  }

  @Test
  void the_master_secret_is_extended_where_both_want_it() {
    Party server = Party.server12(KeyType.ECDSA_P256);
    Duel both = Duel.of(Party.client12(), server);
    Duel one = Duel.of(Party.client12(), server.without(Option.EXTENDED_MASTER_SECRET));

    assertThat(extensions(both).has(ExtendedMasterSecret.class)).isTrue();
    assertThat(masterSecret(both).toString()).contains("extended master secret");
    assertThat(extensions(one).has(ExtendedMasterSecret.class)).isFalse();
    assertThat(masterSecret(one).toString()).doesNotContain("extended master secret");
    assertThat(one.isConnected()).isTrue();
  }

  @Test
  void a_server_takes_the_first_of_its_own_suites_that_its_key_fits() {
    Party client =
        Party.client12()
            .with(
                policy ->
                    policy.withSuites(
                        RSA, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, ECDHE_RSA));

    Duel duel = Duel.of(client, Party.server12(KeyType.RSA));

    assertThat(duel.heard(SERVER, ServerHello.class).suite()).isEqualTo(ECDHE_RSA);
    assertThat(requireNonNull(duel.heard(SERVER, ServerKeyExchange.class).signed()).scheme())
        .isEqualTo(SignatureScheme.RSA_PSS_RSAE_SHA256);
  }

  @Test
  void without_a_common_group_a_server_takes_key_transport() {
    Duel duel =
        Duel.of(
            Party.client12().with(policy -> policy.withGroups(NamedGroup.SECP384R1)),
            Party.server12(KeyType.RSA));

    assertThat(duel.heard(SERVER, ServerHello.class).suite()).isEqualTo(RSA);
    assertThat(duel.isConnected()).isTrue();
  }

  @Test
  void without_any_common_parameters_a_server_gives_up() {
    Party client = Party.client12().with(policy -> policy.withGroups(NamedGroup.SECP384R1));

    Duel duel = Duel.of(client, Party.server12(KeyType.ECDSA_P256));

    assertThat(duel.broken(SERVER)).hasValue(Rule.PARAMETERS_OVERLAP);
  }

  @Test
  void a_pkcs1_signature_is_allowed() {
    Party client =
        Party.client12().with(policy -> policy.withSchemes(SignatureScheme.RSA_PKCS1_SHA256));

    Duel duel = Duel.of(client, Party.server12(KeyType.RSA));

    assertThat(duel.isConnected()).isTrue();
  }

  @Test
  void a_server_that_has_tls13_marks_its_random_and_one_that_has_not_does_not() {
    var terms = new Terms("any");
    Duel newer = Duel.of(Party.client12(), Party.server(KeyType.RSA));
    Duel older = Duel.of(Party.client12(), Party.server12(KeyType.RSA));

    assertThat(newer.isConnected()).isTrue();
    assertThat(terms.bears(newer.heard(SERVER, ServerHello.class).random(), Mark.TLS12)).isTrue();
    assertThat(terms.bears(older.heard(SERVER, ServerHello.class).random(), Mark.TLS12)).isFalse();
  }

  @Test
  void a_hello_without_extensions_is_answered_without() {
    Party client = Party.client12().with(policy -> policy.withSuites(RSA));
    Duel duel =
        Duel.of(
            client,
            Party.server12(KeyType.RSA),
            Lines.changing(
                ClientHello.class, hello -> Altered.extensions(hello, Extensions.ABSENT)));

    assertThat(extensions(duel)).isEqualTo(Extensions.ABSENT);
  }

  @Test
  void renegotiation_info_is_empty_and_answers_extension_or_suite() {
    Party client = Party.client12();
    Party server = Party.server12(KeyType.ECDSA_P256);
    Duel extension = Duel.of(client, server);
    Duel suite =
        Duel.of(
            client,
            server,
            Lines.changing(ClientHello.class, Tls12HandshakeTest::signallingBySuite));
    Duel neither =
        Duel.of(
            client,
            server,
            Lines.changing(ClientHello.class, hello -> hello.without(RenegotiationInfo.class)));

    assertThat(extensions(extension).find(RenegotiationInfo.class))
        .hasValue(RenegotiationInfo.EMPTY);
    assertThat(extensions(suite).has(RenegotiationInfo.class)).isTrue();
    assertThat(extensions(neither).has(RenegotiationInfo.class)).isFalse();
  }

  @Test
  void what_does_not_decrypt_shows_at_finished_only() {
    Duel duel =
        Duel.of(
            Party.client12().with(policy -> policy.withSuites(RSA)),
            Party.server12(KeyType.RSA),
            Lines.changing(ClientKeyExchange.class, _ -> encrypted(Term.of("garbage"))));

    assertThat(duel.broken(SERVER)).hasValue(Rule.CLIENT_FINISHED_IS_VALID);
  }

  @Test
  void a_premaster_of_another_version_counts_as_one_that_does_not_decrypt() {
    Value premaster = new Terms("client 1").premaster(Version.TLS13);
    Value key = Terms.publicKey(Party.identity(KeyType.RSA, Party.HOST).privateKey());
    Value encrypted = new Terms("client 1").encrypt(key, premaster);
    Duel duel =
        Duel.of(
            Party.client12().with(policy -> policy.withSuites(RSA)),
            Party.server12(KeyType.RSA),
            Lines.changing(ClientKeyExchange.class, _ -> encrypted(encrypted)));

    assertThat(duel.broken(SERVER)).hasValue(Rule.CLIENT_FINISHED_IS_VALID);
  }

  private static ClientKeyExchange encrypted(Value secret) {
    return new ClientKeyExchange(null, new EncryptedSecret(secret));
  }

  private static ClientHello signallingBySuite(ClientHello hello) {
    return Altered.suites(
        hello.without(RenegotiationInfo.class),
        ImmutableList.<CipherSuite>builder()
            .addAll(hello.suites())
            .add(CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV)
            .build());
  }

  private static Extensions extensions(Duel duel) {
    return duel.heard(SERVER, ServerHello.class).extensions();
  }

  private static Value masterSecret(Duel duel) {
    return duel.claims(CLIENT, Commit.class).getFirst().agreement().session();
  }
}
