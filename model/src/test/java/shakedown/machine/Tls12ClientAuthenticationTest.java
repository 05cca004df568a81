package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.policy.ClientAuthentication.ASKED;
import static shakedown.policy.ClientAuthentication.REQUIRED;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Running;
import shakedown.machine.Duel.Line;
import shakedown.policy.ClientAuthentication;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.ClientCertificateType;
import shakedown.wire.KeyType;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.CertificateRequest12;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/** A client of TLS 1.2 shows who it is (RFC 5246 7.4.4, 7.4.6, 7.4.8). */
final class Tls12ClientAuthenticationTest {
  private static final String NAME = "client";
  private static final Value STRAY = Term.of("stray");
  private static final Pair ANONYMOUS =
      new Pair(Party.client12(), Party.server12(KeyType.RSA)).server(party -> asking(party, ASKED));
  private static final Pair PAIR = ANONYMOUS.client(party -> identified(party, KeyType.RSA));
  private static final Pair STRICT = PAIR.server(party -> asking(party, REQUIRED));

  private static Party asking(Party server, ClientAuthentication clients) {
    return server.with(policy -> policy.withClients(clients));
  }

  private static Party identified(Party client, KeyType type) {
    return client.credited(all -> all.withIdentity(Party.identity(type, NAME)));
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA", "ECDSA_P256", "ED25519"})
  void a_client_that_is_asked_shows_who_it_is(KeyType type) {
    Duel duel = PAIR.client(party -> identified(party, type)).run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsSubsequence("< CertificateRequest12", "< ServerHelloDone")
        .containsSubsequence(
            "> Certificate12", "> ClientKeyExchange", "> CertificateVerify", "> ChangeCipherSpec");
    assertThat(duel.claims(SERVER, Commit.class).getFirst().meant())
        .isEqualTo(NAME)
        .isEqualTo(duel.claims(CLIENT, Running.class).getFirst().self());
  }

  @Test
  void a_client_of_key_transport_shows_who_it_is_too() {
    Duel duel =
        PAIR.client(
                party ->
                    party.with(
                        policy -> policy.withSuites(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256)))
            .run();

    assertThat(duel.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo(NAME);
  }

  @Test
  void a_client_without_an_identity_shows_an_empty_certificate() {
    Duel duel = ANONYMOUS.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.heard(CLIENT, Certificate12.class).chain()).isEmpty();
    assertThat(duel.said()).doesNotContain("> CertificateVerify");
    assertThat(duel.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo("anyone");
  }

  @Test
  void a_client_whose_kind_of_key_is_not_wanted_shows_an_empty_certificate() {
    int other = ClientCertificateType.of(KeyType.ECDSA_P256);
    Duel duel =
        PAIR.over(
            Lines.changing(
                CertificateRequest12.class,
                asked ->
                    new CertificateRequest12(
                        ImmutableList.of(other), asked.schemes(), asked.authorities())));

    assertThat(duel.heard(CLIENT, Certificate12.class).chain()).isEmpty();
  }

  @Test
  void a_client_that_shows_nothing_is_refused_where_it_must() {
    STRICT
        .client(party -> Party.client12())
        .refuse(Lines.UNTOUCHED, SERVER, Rule.TLS12_CLIENT_CERTIFICATE_REQUIRED);
  }

  @Test
  void a_client_that_does_not_answer_is_refused() {
    PAIR.refuse(
        Lines.from(CLIENT, Lines.losing(Certificate12.class)),
        SERVER,
        Rule.TLS12_CLIENT_CERTIFICATE_WHEN_REQUESTED);
  }

  @Test
  void a_client_that_does_not_sign_is_refused() {
    PAIR.refuse(Lines.losing(CertificateVerify.class), SERVER, Rule.CERTIFICATE_VERIFY_CAME);
  }

  @Test
  void a_signature_that_is_none_or_by_a_strange_scheme_is_refused() {
    Line forged = verifying(SignatureScheme.RSA_PKCS1_SHA256, STRAY);
    Line strange = verifying(new SignatureScheme(0x0203), STRAY);
    Line unfit = verifying(SignatureScheme.ECDSA_SECP256R1_SHA256, STRAY);

    PAIR.refuse(forged, SERVER, Rule.SIGNATURE_IS_VALID);
    PAIR.refuse(strange, SERVER, Rule.VERIFY_SCHEME_OFFERED);
    PAIR.refuse(unfit, SERVER, Rule.VERIFY_SCHEME_FITS_KEY);
  }

  @Test
  void a_signature_that_covers_nothing_is_refused_by_who_covers_all() {
    PAIR.waiving(CLIENT, Rule.TLS12_CERTIFICATE_VERIFY_COVERS_TRANSCRIPT)
        .refuse(Lines.UNTOUCHED, SERVER, Rule.SIGNATURE_IS_VALID);
    Pair careless =
        PAIR.waiving(CLIENT, Rule.TLS12_CERTIFICATE_VERIFY_COVERS_TRANSCRIPT)
            .waiving(SERVER, Rule.TLS12_CERTIFICATE_VERIFY_COVERS_TRANSCRIPT);

    assertThat(careless.run().isConnected()).isTrue();
  }

  @Test
  void a_client_of_a_stranger_is_refused() {
    PAIR.server(Party::trustingNobody).refuse(Lines.UNTOUCHED, SERVER, Rule.CHAIN_TRUSTED);
  }

  @Test
  void an_unreadable_certificate_is_refused() {
    Line line =
        Lines.from(
            CLIENT,
            Lines.changing(
                Certificate12.class,
                _ -> new Certificate12(ImmutableList.of(Term.of("garbage", "", "")))));

    PAIR.refuse(line, SERVER, Rule.CERTIFICATE_IS_READABLE);
  }

  @Test
  void nobody_who_has_no_certificate_asks_for_one() {
    Pair keyed = KeyExchanges.of(CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256);
    var request =
        new CertificateRequest12(
            ClientCertificateType.ALL,
            ImmutableList.of(SignatureScheme.RSA_PKCS1_SHA256),
            ImmutableList.of());

    keyed.refuse(
        Lines.inserting(request, ServerHelloDone.class),
        CLIENT,
        Rule.TLS12_ANONYMOUS_REQUESTS_NOTHING);
    assertThat(keyed.server(party -> asking(party, REQUIRED)).run().said())
        .doesNotContain("< CertificateRequest12");
    keyed
        .server(party -> asking(party, REQUIRED))
        .waiving(SERVER, Rule.TLS12_ANONYMOUS_REQUESTS_NOTHING)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.TLS12_ANONYMOUS_REQUESTS_NOTHING);
  }

  @Test
  void a_certificate_that_nobody_asked_for_is_refused() {
    Pair unasked = new Pair(Party.client12(), Party.server12(KeyType.RSA));

    unasked.refuse(
        Lines.inserting(new Certificate12(ImmutableList.of()), ClientKeyExchange.class),
        SERVER,
        Rule.MESSAGE_IN_ORDER);
  }

  private static Line verifying(SignatureScheme scheme, Value signature) {
    return Lines.changing(CertificateVerify.class, _ -> new CertificateVerify(scheme, signature));
  }
}
