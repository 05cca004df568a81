package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.Signal.Commit;
import shakedown.machine.Duel.Line;
import shakedown.pki.Identity;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.ClientKey.CurveShare;
import shakedown.wire.ClientKey.EncryptedSecret;
import shakedown.wire.Extension;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.KeyType;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.Message.Signed;
import shakedown.wire.NamedGroup;
import shakedown.wire.Parameters;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/** What each rule of TLS 1.2 refuses, and that it is this rule which does. */
final class Tls12RefusalTest {
  private static final Party CLIENT12 = Party.client12();
  private static final Party SERVER12 = Party.server12(KeyType.ECDSA_P256);
  private static final Pair PAIR = new Pair(CLIENT12, SERVER12);
  private static final Pair RSA = new Pair(CLIENT12, Party.server12(KeyType.RSA));
  private static final Pair TRANSPORTED =
      RSA.client(
          party ->
              party.with(policy -> policy.withSuites(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256)));
  private static final Value STRAY = Term.of("stray");

  @ParameterizedTest
  @EnumSource
  void a_finished_before_change_cipher_spec_is_refused(Role early) {
    Line line = Lines.from(early, Lines.losing(ChangeCipherSpec.class));
    Pair pair = PAIR.client(party -> party.without(Option.TICKETS));

    pair.refuse(line, early.peer(), Rule.TLS12_CCS_BEFORE_FINISHED);
    assertThat(pair.waiving(early.peer(), Rule.TLS12_CCS_BEFORE_FINISHED).over(line).isConnected())
        .isTrue();
  }

  @Test
  void a_missing_server_key_exchange_is_refused() {
    Line line = Lines.losing(ServerKeyExchange.class);
    Duel waived = PAIR.waiving(CLIENT, Rule.TLS12_SERVER_KEY_EXCHANGE_CAME).over(line);

    PAIR.refuse(line, CLIENT, Rule.TLS12_SERVER_KEY_EXCHANGE_CAME);
    assertThat(waived.broken(CLIENT)).isEmpty();
    assertThat(waived.broken(SERVER)).hasValue(Rule.TLS12_X25519_NOT_ZERO);
  }

  @Test
  void a_server_key_exchange_of_key_transport_is_refused() {
    var exchange =
        new ServerKeyExchange(
            null,
            new Parameters.Share(NamedGroup.X25519, STRAY),
            new Signed(SignatureScheme.RSA_PKCS1_SHA256, Term.of("signature")));

    TRANSPORTED.refuse(
        Lines.inserting(exchange, ServerHelloDone.class), CLIENT, Rule.MESSAGE_IN_ORDER);
  }

  @Test
  void a_group_that_was_not_offered_is_refused() {
    Line line = exchanging(exchange -> change(exchange, NamedGroup.SECP384R1));

    PAIR.refuse(line, CLIENT, Rule.TLS12_GROUP_WAS_OFFERED);
  }

  @Test
  void a_share_that_is_none_is_refused_by_both() {
    Line clients =
        Lines.changing(
            ClientKeyExchange.class, _ -> new ClientKeyExchange(null, new CurveShare(STRAY)));
    Line servers =
        exchanging(
            exchange ->
                new ServerKeyExchange(
                    null, new Parameters.Share(NamedGroup.X25519, STRAY), exchange.signed()));

    PAIR.refuse(clients, SERVER, Rule.TLS12_X25519_NOT_ZERO);
    PAIR.refuse(servers, CLIENT, Rule.TLS12_X25519_NOT_ZERO);
  }

  @Test
  void a_scheme_that_was_not_offered_or_does_not_fit_the_key_is_refused() {
    Line unknown = exchanging(exchange -> change(exchange, new SignatureScheme(0x0203)));
    Line unfit = exchanging(exchange -> change(exchange, SignatureScheme.RSA_PSS_RSAE_SHA256));

    PAIR.refuse(unknown, CLIENT, Rule.VERIFY_SCHEME_OFFERED);
    PAIR.refuse(unfit, CLIENT, Rule.VERIFY_SCHEME_FITS_KEY);
  }

  @Test
  void a_signature_of_another_key_is_refused() {
    Line line =
        exchanging(
            exchange ->
                new ServerKeyExchange(
                    null,
                    exchange.parameters(),
                    new Signed(SignatureScheme.ECDSA_SECP256R1_SHA256, STRAY)));

    PAIR.refuse(line, CLIENT, Rule.SIGNATURE_IS_VALID);
  }

  @Test
  void a_signature_over_other_randoms_is_refused() {
    Pair pair = PAIR.waiving(SERVER, Rule.TLS12_KEY_EXCHANGE_SIGNS_RANDOMS);

    pair.refuse(Lines.UNTOUCHED, CLIENT, Rule.SIGNATURE_IS_VALID);
  }

  @Test
  void a_finished_over_another_transcript_is_refused() {
    Pair pair = PAIR.waiving(CLIENT, Rule.TLS12_FINISHED_COVERS_TRANSCRIPT);

    pair.refuse(Lines.UNTOUCHED, SERVER, Rule.CLIENT_FINISHED_IS_VALID);
  }

  @ParameterizedTest
  @EnumSource
  void a_finished_of_another_secret_is_refused(Role forged) {
    Rule rule = forged == CLIENT ? Rule.CLIENT_FINISHED_IS_VALID : Rule.SERVER_FINISHED_IS_VALID;
    Line line = Lines.from(forged, Lines.changing(Finished.class, _ -> new Finished(STRAY)));

    PAIR.refuse(line, forged.peer(), rule);
    assertThat(PAIR.over(line).claims(forged.peer(), Commit.class)).isEmpty();
  }

  static Stream<Pair> exchanges() {
    return Stream.of(RSA, TRANSPORTED);
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void a_certificate_of_another_host_is_refused_whatever_the_key_exchange(Pair exchange) {
    Identity other = Party.identity(KeyType.RSA, "other.example");
    Pair pair = exchange.server(party -> party.credited(all -> all.withIdentity(other)));

    pair.refuse(Lines.UNTOUCHED, CLIENT, Rule.CERTIFICATE_MATCHES_NAME);
    assertThat(pair.run().said()).doesNotContain("> ClientKeyExchange");
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void a_chain_that_is_not_trusted_or_not_current_is_refused(Pair exchange) {
    Pair distrustful = exchange.client(Party::trustingNobody);
    Pair late = exchange.client(Party::muchLater);

    distrustful.refuse(Lines.UNTOUCHED, CLIENT, Rule.CHAIN_TRUSTED);
    late.refuse(Lines.UNTOUCHED, CLIENT, Rule.CHAIN_IN_VALIDITY);
  }

  @Test
  void a_certificate_message_must_hold_a_certificate() {
    PAIR.refuse(showing(ImmutableList.of()), CLIENT, Rule.SERVER_CERTIFICATE_NOT_EMPTY);
    PAIR.refuse(
        showing(ImmutableList.of(Term.of("garbage", "", ""))),
        CLIENT,
        Rule.CERTIFICATE_IS_READABLE);
  }

  @Test
  void a_certificate_whose_key_does_not_fit_the_suite_is_refused() {
    Line line = showing(Party.identity(KeyType.RSA, Party.HOST).chain());

    PAIR.refuse(line, CLIENT, Rule.TLS12_KEY_FITS_KEY_EXCHANGE);
  }

  @Test
  void an_answer_to_what_was_not_asked_is_refused() {
    Pair pair = PAIR.client(party -> party.without(Option.EXTENDED_MASTER_SECRET));

    pair.refuse(answering(new ExtendedMasterSecret()), CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void a_first_handshake_after_another_in_the_eyes_of_one_side_is_refused() {
    var info = new RenegotiationInfo(STRAY, null);
    Line asking = Lines.changing(ClientHello.class, hello -> hello.with(info));

    PAIR.refuse(asking, SERVER, Rule.RENEGOTIATION_INFO_EMPTY_FROM_CLIENT);
    PAIR.refuse(answering(info), CLIENT, Rule.RENEGOTIATION_INFO_EMPTY_FROM_SERVER);
  }

  @Test
  void a_server_of_tls12_is_refused_once_early_data_is_under_way() {
    Pair first =
        new Pair(
            Party.client()
                .with(policy -> policy.with(Option.EARLY_DATA))
                .credited(all -> all.withEarlyData(Term.of("early"))),
            Party.server(KeyType.ECDSA_P256).with(policy -> policy.with(Option.EARLY_DATA)));
    Pair second = first.after(first.run()).server(_ -> SERVER12.again());

    second.refuse(Lines.UNTOUCHED, CLIENT, Rule.EARLY_DATA_REFUSES_OLD_SERVER);
  }

  @Test
  void a_promised_ticket_must_come_and_no_other_may() {
    Pair untold = PAIR.client(party -> party.without(Option.TICKETS));
    Line more =
        Lines.from(
            SERVER, Lines.inserting(new NewSessionTicket12(0, STRAY), ChangeCipherSpec.class));

    PAIR.refuse(Lines.losing(NewSessionTicket12.class), CLIENT, Rule.TICKET_IFF_NEGOTIATED);
    untold.refuse(more, CLIENT, Rule.TICKET_IFF_NEGOTIATED);
  }

  @Test
  void each_key_exchange_takes_its_own_message_only() {
    Line swapped =
        (from, message) ->
            ImmutableList.of(
                message instanceof ClientKeyExchange
                    ? new ClientKeyExchange(null, new EncryptedSecret(STRAY))
                    : message);

    PAIR.refuse(swapped, SERVER, Rule.MESSAGE_PARSES);
  }

  private static Line exchanging(UnaryOperator<ServerKeyExchange> change) {
    return Lines.changing(ServerKeyExchange.class, change);
  }

  private static Line showing(ImmutableList<Value> chain) {
    return Lines.changing(Certificate12.class, _ -> new Certificate12(chain));
  }

  private static Line answering(Extension answer) {
    return Lines.changing(
        ServerHello.class, hello -> Altered.extensions(hello, told -> told.with(answer)));
  }

  private static ServerKeyExchange change(ServerKeyExchange exchange, NamedGroup group) {
    Value share = exchange.parameters() instanceof Parameters.Share known ? known.share() : STRAY;
    return new ServerKeyExchange(null, new Parameters.Share(group, share), exchange.signed());
  }

  private static ServerKeyExchange change(ServerKeyExchange exchange, SignatureScheme scheme) {
    Value signature = exchange.signed() == null ? STRAY : exchange.signed().signature();
    return new ServerKeyExchange(null, exchange.parameters(), new Signed(scheme, signature));
  }
}
