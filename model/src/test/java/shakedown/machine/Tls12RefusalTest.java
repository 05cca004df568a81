package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.handshake.Session;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Resumable;
import shakedown.machine.Duel.Line;
import shakedown.pki.Identity;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.KeyType;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.EncryptedPremasterSecret;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/** What each rule of TLS 1.2 refuses, and that it is this rule which does. */
final class Tls12RefusalTest {
  private static final Party CLIENT12 = Party.client12();
  private static final Party SERVER12 = Party.server12(KeyType.ECDSA_P256);
  private static final Value STRAY = Term.of("stray");

  @ParameterizedTest
  @EnumSource
  void a_finished_before_change_cipher_spec_is_refused(Role early) {
    Line line =
        (from, message) ->
            from == early && message instanceof ChangeCipherSpec
                ? ImmutableList.of()
                : ImmutableList.of(message);
    Party client = CLIENT12.without(Option.TICKETS);

    Duel duel = Duel.of(client, SERVER12, line);
    Duel waived =
        Duel.of(
            client.waiving(Rule.TLS12_CCS_BEFORE_FINISHED),
            SERVER12.waiving(Rule.TLS12_CCS_BEFORE_FINISHED),
            line);

    assertThat(duel.broken(early.peer())).hasValue(Rule.TLS12_CCS_BEFORE_FINISHED);
    assertThat(waived.isConnected()).isTrue();
  }

  @Test
  void a_missing_server_key_exchange_is_refused() {
    Line line = Lines.losing(ServerKeyExchange.class);
    Duel duel = Duel.of(CLIENT12, SERVER12, line);
    Duel waived = Duel.of(CLIENT12.waiving(Rule.TLS12_SERVER_KEY_EXCHANGE_CAME), SERVER12, line);

    assertThat(duel.broken(CLIENT)).hasValue(Rule.TLS12_SERVER_KEY_EXCHANGE_CAME);
    assertThat(waived.broken(CLIENT)).isEmpty();
    assertThat(waived.broken(SERVER)).hasValue(Rule.SHARE_IS_VALID);
  }

  @Test
  void a_server_key_exchange_of_key_transport_is_refused() {
    var exchange =
        new ServerKeyExchange(
            NamedGroup.X25519, STRAY, SignatureScheme.RSA_PKCS1_SHA256, Term.of("signature"));
    Duel duel =
        Duel.of(
            CLIENT12.with(policy -> policy.withSuites(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256)),
            Party.server12(KeyType.RSA),
            Lines.inserting(exchange, ServerHelloDone.class));

    assertThat(duel.broken(CLIENT)).hasValue(Rule.MESSAGE_IN_ORDER);
  }

  @Test
  void a_group_that_was_not_offered_is_refused() {
    assertThat(clientRefuses(exchange -> change(exchange, NamedGroup.SECP384R1)))
        .isEqualTo(Rule.TLS12_GROUP_WAS_OFFERED);
  }

  @Test
  void a_share_that_is_none_is_refused_by_both() {
    Duel duel =
        Duel.of(
            CLIENT12,
            SERVER12,
            Lines.changing(ClientKeyExchange.class, _ -> new ClientKeyExchange(STRAY)));

    assertThat(duel.broken(SERVER)).hasValue(Rule.SHARE_IS_VALID);
    assertThat(
            clientRefuses(
                exchange ->
                    new ServerKeyExchange(
                        exchange.group(), STRAY, exchange.scheme(), exchange.signature())))
        .isEqualTo(Rule.SHARE_IS_VALID);
  }

  @Test
  void a_scheme_that_was_not_offered_or_does_not_fit_the_key_is_refused() {
    assertThat(clientRefuses(exchange -> change(exchange, new SignatureScheme(0x0203))))
        .isEqualTo(Rule.VERIFY_SCHEME_OFFERED);
    assertThat(clientRefuses(exchange -> change(exchange, SignatureScheme.RSA_PSS_RSAE_SHA256)))
        .isEqualTo(Rule.VERIFY_SCHEME_FITS_KEY);
  }

  @Test
  void a_signature_of_another_key_is_refused() {
    assertThat(
            clientRefuses(
                exchange ->
                    new ServerKeyExchange(
                        exchange.group(), exchange.share(), exchange.scheme(), STRAY)))
        .isEqualTo(Rule.SIGNATURE_IS_VALID);
  }

  @Test
  void a_signature_over_other_randoms_is_refused() {
    Duel duel = Duel.of(CLIENT12, SERVER12.waiving(Rule.TLS12_KEY_EXCHANGE_SIGNS_RANDOMS));
    Duel waived =
        Duel.of(
            CLIENT12.waiving(Rule.TLS12_KEY_EXCHANGE_SIGNS_RANDOMS),
            SERVER12.waiving(Rule.TLS12_KEY_EXCHANGE_SIGNS_RANDOMS));

    assertThat(duel.broken(CLIENT)).hasValue(Rule.SIGNATURE_IS_VALID);
    assertThat(waived.isConnected()).isTrue();
  }

  @Test
  void a_finished_over_another_transcript_is_refused() {
    Duel duel = Duel.of(CLIENT12.waiving(Rule.TLS12_FINISHED_COVERS_TRANSCRIPT), SERVER12);

    assertThat(duel.broken(SERVER)).hasValue(Rule.CLIENT_FINISHED_IS_VALID);
  }

  @ParameterizedTest
  @EnumSource
  void a_finished_of_another_secret_is_refused(Role forged) {
    Line line =
        (from, message) ->
            ImmutableList.of(
                from == forged && message instanceof Finished ? new Finished(STRAY) : message);

    Duel duel = Duel.of(CLIENT12, SERVER12, line);

    assertThat(duel.broken(forged.peer()))
        .hasValue(forged == CLIENT ? Rule.CLIENT_FINISHED_IS_VALID : Rule.SERVER_FINISHED_IS_VALID);
    assertThat(duel.claims(forged.peer(), Commit.class)).isEmpty();
  }

  @Test
  void a_certificate_of_another_host_is_refused_whatever_the_key_exchange() {
    Identity other = Party.identity(KeyType.RSA, "other.example");
    Party server = Party.server12(KeyType.RSA).credited(all -> all.withIdentity(other));
    Party transported =
        CLIENT12.with(policy -> policy.withSuites(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256));

    assertThat(Duel.of(CLIENT12, server).broken(CLIENT)).hasValue(Rule.CERTIFICATE_MATCHES_NAME);
    assertThat(Duel.of(transported, server).broken(CLIENT)).hasValue(Rule.CERTIFICATE_MATCHES_NAME);
    assertThat(Duel.of(transported, server).said()).doesNotContain("> EncryptedPremasterSecret");
  }

  @Test
  void a_certificate_message_must_hold_a_certificate() {
    assertThat(clientRefusesChain(ImmutableList.of())).isEqualTo(Rule.SERVER_CERTIFICATE_NOT_EMPTY);
    assertThat(clientRefusesChain(ImmutableList.of(Term.of("garbage", "", ""))))
        .isEqualTo(Rule.CERTIFICATE_IS_READABLE);
  }

  @Test
  void a_certificate_whose_key_does_not_fit_the_suite_is_refused() {
    assertThat(clientRefusesChain(Party.identity(KeyType.RSA, Party.HOST).chain()))
        .isEqualTo(Rule.TLS12_KEY_FITS_KEY_EXCHANGE);
  }

  @Test
  void an_extension_that_was_not_asked_for_is_refused() {
    assertThat(clientRefusesAnswer(new Unknown(0x1234, STRAY)))
        .isEqualTo(Rule.EXTENSION_WAS_OFFERED);
    assertThat(
            Duel.of(
                    CLIENT12.without(Option.EXTENDED_MASTER_SECRET),
                    SERVER12,
                    Lines.changing(
                        ServerHello.class, hello -> answering(hello, new ExtendedMasterSecret())))
                .broken(CLIENT))
        .hasValue(Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void a_first_handshake_after_another_in_the_eyes_of_one_side_is_refused() {
    var info = new RenegotiationInfo(STRAY);
    Duel server =
        Duel.of(CLIENT12, SERVER12, Lines.changing(ClientHello.class, hello -> hello.with(info)));

    assertThat(server.broken(SERVER)).hasValue(Rule.RENEGOTIATION_INFO_EMPTY_FROM_CLIENT);
    assertThat(clientRefusesAnswer(info)).isEqualTo(Rule.RENEGOTIATION_INFO_EMPTY_FROM_SERVER);
  }

  @Test
  void a_server_of_tls12_is_refused_once_early_data_is_under_way() {
    Party server = Party.server(KeyType.ECDSA_P256);
    Session session =
        Duel.of(Party.client(), server.with(policy -> policy.with(Option.EARLY_DATA)))
            .claims(CLIENT, Resumable.class)
            .getFirst()
            .session();
    Party eager =
        Party.client()
            .with(policy -> policy.with(Option.EARLY_DATA))
            .credited(credentials -> credentials.withEarlyData(Term.of("early")));

    assertThat(Duel.of(eager.offering(session), SERVER12.again()).broken(CLIENT))
        .hasValue(Rule.EARLY_DATA_REFUSES_OLD_SERVER);
  }

  @Test
  void a_promised_ticket_must_come_and_no_other_may() {
    Line more = Lines.inserting(new NewSessionTicket12(0, STRAY), ChangeCipherSpec.class);
    Line fewer = Lines.losing(NewSessionTicket12.class);
    Party untold = CLIENT12.without(Option.TICKETS);
    Line toClient =
        (from, message) -> from == SERVER ? more.carry(from, message) : ImmutableList.of(message);

    assertThat(Duel.of(CLIENT12, SERVER12, fewer).broken(CLIENT))
        .hasValue(Rule.TICKET_IFF_NEGOTIATED);
    assertThat(Duel.of(untold, SERVER12, toClient).broken(CLIENT))
        .hasValue(Rule.TICKET_IFF_NEGOTIATED);
  }

  @Test
  void each_key_exchange_takes_its_own_message_only() {
    Line swapped =
        (from, message) ->
            ImmutableList.of(
                message instanceof ClientKeyExchange
                    ? new EncryptedPremasterSecret(STRAY)
                    : message);

    assertThat(Duel.of(CLIENT12, SERVER12, swapped).broken(SERVER)).hasValue(Rule.MESSAGE_IN_ORDER);
  }

  private static Rule clientRefuses(UnaryOperator<ServerKeyExchange> change) {
    return Duel.of(CLIENT12, SERVER12, Lines.changing(ServerKeyExchange.class, change))
        .broken(CLIENT)
        .orElseThrow();
  }

  private static Rule clientRefusesChain(ImmutableList<Value> chain) {
    Line line = Lines.changing(Certificate12.class, _ -> new Certificate12(chain));
    return Duel.of(CLIENT12, SERVER12, line).broken(CLIENT).orElseThrow();
  }

  private static Rule clientRefusesAnswer(Extension answer) {
    Line line = Lines.changing(ServerHello.class, hello -> answering(hello, answer));
    return Duel.of(CLIENT12, SERVER12, line).broken(CLIENT).orElseThrow();
  }

  private static ServerHello answering(ServerHello hello, Extension answer) {
    return new ServerHello(
        hello.legacyVersion(),
        hello.random(),
        hello.sessionId(),
        hello.suite(),
        hello.compression(),
        hello.extensions().with(answer));
  }

  private static ServerKeyExchange change(ServerKeyExchange exchange, NamedGroup group) {
    return new ServerKeyExchange(group, exchange.share(), exchange.scheme(), exchange.signature());
  }

  private static ServerKeyExchange change(ServerKeyExchange exchange, SignatureScheme scheme) {
    return new ServerKeyExchange(exchange.group(), exchange.share(), scheme, exchange.signature());
  }
}
