package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.policy.ClientAuthentication.ASKED;
import static shakedown.policy.ClientAuthentication.NOT_ASKED;
import static shakedown.policy.ClientAuthentication.REQUIRED;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.MaySend;
import shakedown.handshake.Signal.Running;
import shakedown.machine.Duel.Line;
import shakedown.policy.ClientAuthentication;
import shakedown.rules.Rule;
import shakedown.wire.CertificateEntry;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/** A client of TLS 1.3 shows who it is (RFC 8446 4.3.2, 4.4). */
final class ClientAuthenticationTest {
  private static final String NAME = "client";
  private static final Value STRAY = Term.of("stray");
  private static final Pair ANONYMOUS =
      new Pair(Party.client(), Party.server(KeyType.ECDSA_P256))
          .server(party -> asking(party, ASKED));
  private static final Pair PAIR = ANONYMOUS.client(party -> identified(party, KeyType.RSA));
  private static final Pair STRICT = PAIR.server(party -> asking(party, REQUIRED));
  private static final Pair UNASKED = PAIR.server(party -> asking(party, NOT_ASKED));

  @ParameterizedTest
  @EnumSource
  void a_client_that_is_asked_shows_who_it_is(KeyType type) {
    SignatureScheme[] all = SignatureScheme.known().toArray(new SignatureScheme[0]);
    Pair pair =
        PAIR.client(party -> identified(party, type).with(policy -> policy.withSchemes(all)))
            .server(party -> party.with(policy -> policy.withSchemes(all)));

    Duel duel = pair.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsSubsequence("< EncryptedExtensions", "< CertificateRequest", "< Certificate")
        .containsSubsequence("> Certificate", "> CertificateVerify", "> Finished");
    assertThat(duel.claims(SERVER, Commit.class).getFirst().meant())
        .isEqualTo(NAME)
        .isEqualTo(duel.claims(CLIENT, Running.class).getFirst().self());
  }

  @Test
  void a_client_that_is_not_asked_shows_nothing() {
    Duel duel = UNASKED.run();

    assertThat(duel.said()).doesNotContain("> Certificate", "< CertificateRequest");
    assertThat(duel.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo("anyone");
  }

  @Test
  void a_client_without_an_identity_shows_an_empty_certificate() {
    Duel duel = ANONYMOUS.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.heard(CLIENT, Certificate.class).chain()).isEmpty();
    assertThat(duel.said()).doesNotContain("> CertificateVerify");
    assertThat(duel.claims(SERVER, Commit.class).getFirst().meant()).isEqualTo("anyone");
  }

  @Test
  void a_client_without_a_fitting_scheme_shows_an_empty_certificate() {
    Pair pair =
        PAIR.server(
            party -> party.with(some -> some.withSchemes(SignatureScheme.ECDSA_SECP256R1_SHA256)));

    assertThat(pair.run().isConnected()).isTrue();
    assertThat(pair.run().heard(CLIENT, Certificate.class).chain()).isEmpty();
  }

  @Test
  void a_client_that_must_show_a_certificate_and_has_none_is_refused() {
    Pair pair = STRICT.client(_ -> Party.client());

    assertThat(STRICT.run().isConnected()).isTrue();
    pair.refuse(Lines.UNTOUCHED, SERVER, Rule.CLIENT_CERTIFICATE_REQUIRED);
    assertThat(pair.waiving(SERVER, Rule.CLIENT_CERTIFICATE_REQUIRED).run().isConnected()).isTrue();
  }

  @Test
  void a_server_does_not_speak_before_it_knows_its_client() {
    assertThat(PAIR.run().claims(SERVER, MaySend.class))
        .containsExactly(new MaySend(Permission.FULL));
    assertThat(UNASKED.run().claims(SERVER, MaySend.class))
        .containsExactly(new MaySend(Permission.HALF_RTT), new MaySend(Permission.FULL));
  }

  @Test
  void a_certificate_of_a_client_is_compressed_where_both_want_it() {
    Pair pair = PAIR.client(ClientAuthenticationTest::compressing);

    assertThat(pair.server(ClientAuthenticationTest::compressing).run().isConnected()).isTrue();
    assertThat(pair.server(ClientAuthenticationTest::compressing).run().said())
        .contains("> CompressedCertificate");
    assertThat(pair.run().said()).doesNotContain("> CompressedCertificate");
  }

  @Test
  void a_server_that_resumes_asks_for_no_certificate() {
    Pair again = PAIR.after(PAIR.run());

    assertThat(again.run().said()).contains("< NewSessionTicket").doesNotContain("< Certificate");
    assertThat(again.run().said()).doesNotContain("< CertificateRequest");
    again.refuse(
        Lines.inserting(request(null), Finished.class),
        CLIENT,
        Rule.PSK_ALONE_NO_CERTIFICATE_REQUEST);
  }

  @Test
  void a_request_with_a_context_is_refused() {
    Line line =
        Lines.changing(
            CertificateRequest.class, asked -> new CertificateRequest(STRAY, asked.extensions()));

    PAIR.refuse(line, CLIENT, Rule.REQUEST_CONTEXT_EMPTY_IN_HANDSHAKE);
  }

  @Test
  void a_request_without_signature_algorithms_is_refused() {
    Line line =
        Lines.changing(
            CertificateRequest.class, _ -> new CertificateRequest(null, Extensions.of()));

    PAIR.refuse(line, CLIENT, Rule.REQUEST_HAS_SIGNATURE_ALGORITHMS);
  }

  @Test
  void a_request_after_the_certificate_is_refused() {
    Line late = Lines.inserting(request(null), CertificateVerify.class);

    UNASKED.refuse(Lines.from(SERVER, late), CLIENT, Rule.MESSAGE_IN_ORDER);
    PAIR.refuse(
        Lines.appending(request(null), CertificateRequest.class), CLIENT, Rule.MESSAGE_IN_ORDER);
  }

  @ParameterizedTest
  @EnumSource
  void a_certificate_with_the_context_of_another_request_is_refused(Role side) {
    Line line = Lines.changing(Certificate.class, shown -> new Certificate(STRAY, shown.chain()));

    PAIR.refuse(Lines.from(side, line), side.peer(), Rule.CERTIFICATE_CONTEXT_MATCHES);
  }

  @Test
  void a_certificate_of_a_client_that_was_not_asked_for_is_refused() {
    Line line = Lines.inserting(new Certificate(null, ImmutableList.of()), Finished.class);

    UNASKED.refuse(Lines.from(CLIENT, line), SERVER, Rule.MESSAGE_IN_ORDER);
  }

  @Test
  void a_certificate_of_a_client_that_does_not_come_is_missed() {
    Pair silent = ANONYMOUS.waiving(SERVER, Rule.CLIENT_FINISHED_IS_VALID);
    Line line = Lines.from(CLIENT, Lines.losing(Certificate.class));

    ANONYMOUS.refuse(line, SERVER, Rule.CLIENT_CERTIFICATE_IFF_REQUESTED);
    assertThat(
            silent.waiving(SERVER, Rule.CLIENT_CERTIFICATE_IFF_REQUESTED).over(line).isConnected())
        .isTrue();
  }

  @Test
  void a_certificate_of_a_server_that_does_not_come_is_missed() {
    Line line =
        Lines.from(
            SERVER,
            (from, message) ->
                message instanceof Certificate || message instanceof CertificateVerify
                    ? ImmutableList.of()
                    : ImmutableList.of(message));
    Pair careless =
        UNASKED
            .waiving(CLIENT, Rule.SERVER_CERTIFICATE_CAME)
            .waiving(CLIENT, Rule.SERVER_FINISHED_IS_VALID);

    UNASKED.refuse(line, CLIENT, Rule.SERVER_CERTIFICATE_CAME);
    PAIR.refuse(line, CLIENT, Rule.SERVER_CERTIFICATE_CAME);
    assertThat(careless.over(line).claims(CLIENT, Commit.class)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_signature_that_does_not_come_is_missed(Role side) {
    Line line = Lines.from(side, Lines.losing(CertificateVerify.class));
    Rule finished = side == CLIENT ? Rule.CLIENT_FINISHED_IS_VALID : Rule.SERVER_FINISHED_IS_VALID;
    Pair careless =
        PAIR.waiving(side.peer(), Rule.CERTIFICATE_VERIFY_CAME).waiving(side.peer(), finished);

    PAIR.refuse(line, side.peer(), Rule.CERTIFICATE_VERIFY_CAME);
    assertThat(careless.over(line).claims(side.peer(), Commit.class)).isNotEmpty();
  }

  @Test
  void what_is_wrong_with_a_server_is_wrong_with_a_client() {
    Line garbage =
        shown(_ -> new Certificate(null, ImmutableList.of(entry(Term.of("garbage", "")))));
    Line unasked =
        shown(
            certificate ->
                new Certificate(
                    null,
                    ImmutableList.of(
                        new CertificateEntry(
                            certificate.certificates().getFirst(),
                            Extensions.of(new Unknown(5, STRAY))))));

    PAIR.refuse(garbage, SERVER, Rule.CERTIFICATE_IS_READABLE);
    PAIR.refuse(unasked, SERVER, Rule.EXTENSION_WAS_OFFERED);
    PAIR.refuse(signed(SignatureScheme.RSA_PKCS1_SHA256), SERVER, Rule.VERIFY_RSA_IS_PSS);
    PAIR.refuse(signed(SignatureScheme.ED25519), SERVER, Rule.VERIFY_SCHEME_FITS_KEY);
    PAIR.refuse(signed(new SignatureScheme(0x0203)), SERVER, Rule.VERIFY_SCHEME_OFFERED);
    PAIR.refuse(signed(SignatureScheme.RSA_PSS_RSAE_SHA256), SERVER, Rule.SIGNATURE_IS_VALID);
    PAIR.server(Party::trustingNobody).refuse(Lines.UNTOUCHED, SERVER, Rule.CHAIN_TRUSTED);
    PAIR.server(Party::muchLater).refuse(Lines.UNTOUCHED, SERVER, Rule.CHAIN_IN_VALIDITY);
  }

  private static Line shown(UnaryOperator<Certificate> change) {
    return Lines.from(CLIENT, Lines.changing(Certificate.class, change));
  }

  private static Line signed(SignatureScheme scheme) {
    return Lines.from(
        CLIENT, Lines.changing(CertificateVerify.class, _ -> new CertificateVerify(scheme, STRAY)));
  }

  private static CertificateEntry entry(Value certificate) {
    return new CertificateEntry(certificate, Extensions.of());
  }

  private static CertificateRequest request(@Nullable Value context) {
    return new CertificateRequest(
        context, Extensions.of(new SignatureAlgorithms(Party.client().policy().schemes())));
  }

  private static Party asking(Party server, ClientAuthentication asked) {
    return server.with(policy -> policy.withClients(asked));
  }

  private static Party identified(Party client, KeyType type) {
    return client.credited(all -> all.withIdentity(Party.identity(type, NAME)));
  }

  private static Party compressing(Party party) {
    return party.with(policy -> policy.withCompressions(CompressionAlgorithm.ZLIB));
  }
}
