package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.PreSharedKey;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.ClientKey;
import shakedown.wire.ClientKey.CurveShare;
import shakedown.wire.ClientKey.EncryptedSecret;
import shakedown.wire.ClientKey.FiniteFieldShare;
import shakedown.wire.CustomGroup;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Group;
import shakedown.wire.Hash;
import shakedown.wire.KeyExchange;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.Parameters;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** What each rule of the key exchanges of TLS 1.2 refuses, and that it is this rule which does. */
final class Tls12KeyExchangeRefusalTest {
  private static final Value STRAY = Term.of("stray");
  private static final Pair DHE = KeyExchanges.of(CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256);
  private static final Pair PSK = KeyExchanges.of(CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256);
  private static final Pair RSA = KeyExchanges.of(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256);
  private static final Pair ANONYMOUS =
      KeyExchanges.of(CipherSuite.TLS_DH_anon_WITH_AES_128_GCM_SHA256);
  private static final Pair FREAK = KeyExchanges.of(CipherSuite.TLS_RSA_EXPORT_WITH_DES40_CBC_SHA);

  static Stream<CipherSuite> told() {
    return KeyExchanges.SUITES.stream()
        .filter(suite -> suite.keyExchange().needsServerKeyExchange());
  }

  @ParameterizedTest
  @MethodSource("told")
  void a_server_key_exchange_that_is_needed_must_come(CipherSuite suite) {
    Pair pair = KeyExchanges.of(suite);
    Line line = Lines.losing(ServerKeyExchange.class);

    pair.refuse(line, CLIENT, Rule.TLS12_SERVER_KEY_EXCHANGE_CAME);
    Duel waived = pair.waiving(CLIENT, Rule.TLS12_SERVER_KEY_EXCHANGE_CAME).over(line);
    assertThat(waived.broken(CLIENT)).isEmpty();
    assertThat(waived.isConnected()).isFalse();
  }

  @Test
  void a_finite_field_that_a_client_did_not_name_is_refused() {
    pairRefuses(DHE, share(NamedGroup.FFDHE3072, STRAY), Rule.TLS12_FFDHE_GROUP_ACCEPTABLE);
  }

  @Test
  void a_client_that_names_finite_fields_takes_a_large_one_that_has_no_name() {
    var own = new CustomGroup(Term.of("prime"), Term.of("generator"));
    Value share = new Terms("server 1").share(own, STRAY);
    Line line =
        Lines.changing(
            ServerKeyExchange.class,
            told -> new ServerKeyExchange(told.hint(), share(own, share), null));

    Duel duel = KeyExchanges.of(CipherSuite.TLS_DHE_PSK_WITH_AES_128_GCM_SHA256).over(line);

    assertThat(duel.broken(CLIENT)).isEmpty();
    assertThat(duel.said()).contains("> ClientKeyExchange");
  }

  @Test
  void a_small_finite_field_is_refused() {
    Pair unnamed = DHE.client(all -> all.with(policy -> policy.withGroups(NamedGroup.X25519)));

    pairRefuses(unnamed, share(Terms.small(), STRAY), Rule.TLS12_DHE_PRIME_LARGE);
  }

  @Test
  void a_share_out_of_the_range_of_its_field_is_refused_by_both() {
    pairRefuses(DHE, share(NamedGroup.FFDHE2048, STRAY), Rule.TLS12_FFDHE_SERVER_SHARE_IN_RANGE);
    DHE.refuse(
        answering(new FiniteFieldShare(STRAY)), SERVER, Rule.TLS12_FFDHE_CLIENT_SHARE_IN_RANGE);
  }

  @Test
  void a_point_off_its_curve_is_refused_by_both() {
    Pair pair =
        KeyExchanges.of(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256)
            .client(all -> all.with(policy -> policy.withGroups(NamedGroup.SECP256R1)))
            .server(all -> all.with(policy -> policy.withGroups(NamedGroup.SECP256R1)));

    pairRefuses(pair, share(NamedGroup.SECP256R1, STRAY), Rule.TLS12_EC_POINT_VALID);
    pair.refuse(answering(new CurveShare(STRAY)), SERVER, Rule.TLS12_EC_POINT_VALID);
  }

  @Test
  void a_share_of_small_order_is_refused_by_both() {
    Pair pair = KeyExchanges.of(CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256);
    Line servers =
        Lines.changing(
            ServerKeyExchange.class,
            told ->
                new ServerKeyExchange(
                    told.hint(), new Parameters.Share(NamedGroup.X25519, STRAY), null));

    pair.refuse(servers, CLIENT, Rule.TLS12_X25519_NOT_ZERO);
    pair.refuse(answering(new CurveShare(STRAY)), SERVER, Rule.TLS12_X25519_NOT_ZERO);
  }

  @Test
  void a_server_without_a_field_that_the_client_names_says_so() {
    Pair pair = DHE.client(all -> all.with(policy -> policy.withGroups(NamedGroup.FFDHE8192)));
    Pair curves = pair.client(all -> all.with(policy -> policy.withGroups(NamedGroup.X25519)));
    Pair nobody = curves.server(all -> all.with(policy -> policy.withGroups(NamedGroup.X25519)));

    pair.refuse(Lines.UNTOUCHED, SERVER, Rule.TLS12_FFDHE_OVERLAPS);
    nobody.refuse(Lines.UNTOUCHED, SERVER, Rule.PARAMETERS_OVERLAP);
  }

  @Test
  void the_identity_of_nobody_is_refused_or_runs_into_a_wrong_finished() {
    Line line = identifying(STRAY);

    PSK.refuse(line, SERVER, Rule.TLS12_PSK_IDENTITY_KNOWN);
    assertThat(PSK.waiving(SERVER, Rule.TLS12_PSK_IDENTITY_KNOWN).over(line).broken(SERVER))
        .hasValue(Rule.CLIENT_FINISHED_IS_VALID);
  }

  @Test
  void another_pre_shared_key_of_the_same_identity_shows_at_the_finished() {
    Pair pair =
        PSK.client(
            all ->
                all.credited(
                    own ->
                        own.withPreShared(
                            new PreSharedKey(KeyExchanges.KEY.identity(), STRAY, Hash.SHA256))));

    pair.refuse(Lines.UNTOUCHED, SERVER, Rule.CLIENT_FINISHED_IS_VALID);
  }

  @Test
  void an_anonymous_server_is_taken_only_by_who_asked_for_one() {
    CipherSuite signed = CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256;
    CipherSuite anonymous = CipherSuite.TLS_DH_anon_WITH_AES_128_GCM_SHA256;
    Pair pair =
        ANONYMOUS
            .client(all -> all.with(policy -> policy.withSuites(signed)))
            .waiving(CLIENT, Rule.SUITE_WAS_OFFERED);
    Line line =
        Lines.changing(
            ClientHello.class, hello -> Altered.suites(hello, ImmutableList.of(anonymous)));

    pair.refuse(line, CLIENT, Rule.TLS12_ANONYMOUS_IS_OPT_IN);
  }

  @Test
  void a_temporary_key_under_another_suite_than_an_export_one_is_refused() {
    ServerKeyExchange told = FREAK.run().heard(SERVER, ServerKeyExchange.class);
    Line line = Lines.inserting(told, ServerHelloDone.class);

    RSA.refuse(line, CLIENT, Rule.TLS12_SERVER_KEY_EXCHANGE_IFF_NEEDED);
  }

  @Test
  void who_takes_a_temporary_key_under_any_suite_encrypts_to_it() {
    CipherSuite export = CipherSuite.TLS_RSA_EXPORT_WITH_DES40_CBC_SHA;
    CipherSuite asked = CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256;
    Pair pair =
        RSA.server(all -> all.with(policy -> policy.withSuites(export)))
            .waiving(CLIENT, Rule.TLS12_SERVER_KEY_EXCHANGE_IFF_NEEDED);
    Line between =
        (from, message) ->
            ImmutableList.of(
                switch (message) {
                  case ClientHello hello -> Altered.suites(hello, ImmutableList.of(export));
                  case ServerHello hello -> Altered.suite(hello, asked);
                  default -> message;
                });
    Duel duel = pair.over(between);
    Value encrypted =
        duel.heard(CLIENT, ClientKeyExchange.class).key() instanceof EncryptedSecret(Value secret)
            ? secret
            : STRAY;

    assertThat(encrypted.toString()).contains("temporary key");
  }

  @Test
  void a_mac_around_what_has_none_is_refused() {
    Pair pair = RSA.client(all -> all.with(policy -> policy.with(Option.ENCRYPT_THEN_MAC)));
    Line line =
        Lines.changing(
            ServerHello.class,
            hello -> Altered.extensions(hello, told -> told.with(new EncryptThenMac())));

    pair.refuse(line, CLIENT, Rule.ENCRYPT_THEN_MAC_FITS_SUITE);
  }

  static Stream<Value> undecryptable() {
    Value key = Terms.publicKey(Term.of("key", Party.HOST, KeyType.RSA));
    return Stream.of(
        STRAY, new Terms("attacker").encrypt(key, new Terms("attacker").premaster(Version.TLS11)));
  }

  @ParameterizedTest
  @MethodSource("undecryptable")
  void what_does_not_decrypt_shows_at_the_finished_only(Value encrypted) {
    Line line = answering(new EncryptedSecret(encrypted));
    Duel duel = RSA.over(line);
    Duel telling = RSA.waiving(SERVER, Rule.TLS12_PREMASTER_FAILURE_HIDDEN).over(line);

    assertThat(duel.broken(SERVER)).hasValue(Rule.CLIENT_FINISHED_IS_VALID);
    assertThat(duel.visits()).anyMatch(visit -> visit.state().name().equals("ExpectFinished"));
    assertThat(telling.broken(SERVER)).hasValue(Rule.TLS12_PREMASTER_FAILURE_HIDDEN);
  }

  @Test
  void the_version_in_the_secret_is_the_one_that_was_offered() {
    Line line =
        Lines.changing(ClientHello.class, hello -> Altered.version(hello, new Version(0x0304)));
    Pair blind =
        RSA.waiving(SERVER, Rule.TLS12_PREMASTER_VERSION_CHECKED)
            .waiving(SERVER, Rule.TLS12_FINISHED_COVERS_TRANSCRIPT)
            .waiving(CLIENT, Rule.TLS12_FINISHED_COVERS_TRANSCRIPT)
            .client(all -> all.without(Option.EXTENDED_MASTER_SECRET));
    Pair seeing =
        RSA.waiving(SERVER, Rule.TLS12_FINISHED_COVERS_TRANSCRIPT)
            .waiving(CLIENT, Rule.TLS12_FINISHED_COVERS_TRANSCRIPT)
            .client(all -> all.without(Option.EXTENDED_MASTER_SECRET));

    assertThat(blind.over(line).isConnected()).isTrue();
    assertThat(seeing.over(line).isConnected()).isFalse();
  }

  static Stream<CipherSuite> all() {
    return KeyExchanges.SUITES.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_message_of_another_key_exchange_does_not_parse(CipherSuite suite) {
    Pair pair = KeyExchanges.of(suite);
    for (CipherSuite other : KeyExchanges.SUITES) {
      if (!hasSameForm(suite.keyExchange(), other.keyExchange())) {
        ClientKeyExchange foreign =
            KeyExchanges.of(other).run().heard(CLIENT, ClientKeyExchange.class);

        pair.refuse(
            Lines.changing(ClientKeyExchange.class, _ -> foreign), SERVER, Rule.MESSAGE_PARSES);
      }
    }
  }

  private static boolean hasSameForm(KeyExchange one, KeyExchange other) {
    return one.isPreShared() == other.isPreShared() && form(one).equals(form(other));
  }

  private static KeyExchange.Sharing form(KeyExchange exchange) {
    return exchange.sharing() == KeyExchange.Sharing.FIXED
        ? KeyExchange.Sharing.CURVE
        : exchange.sharing();
  }

  @ParameterizedTest
  @MethodSource("told")
  void a_server_key_exchange_of_another_form_does_not_parse(CipherSuite suite) {
    Pair pair = KeyExchanges.of(suite);

    for (ServerKeyExchange foreign : foreign(suite)) {
      pair.refuse(
          Lines.changing(ServerKeyExchange.class, _ -> foreign), CLIENT, Rule.MESSAGE_PARSES);
    }
  }

  private static ImmutableList<ServerKeyExchange> foreign(CipherSuite suite) {
    ServerKeyExchange told = KeyExchanges.of(suite).run().heard(SERVER, ServerKeyExchange.class);
    Group other =
        told.parameters() instanceof Parameters.Share share && share.group().isFiniteField()
            ? NamedGroup.X25519
            : new CustomGroup(STRAY, STRAY);
    return ImmutableList.of(
        new ServerKeyExchange(told.hint(), null, told.signed()),
        new ServerKeyExchange(told.hint() == null ? STRAY : null, told.parameters(), told.signed()),
        new ServerKeyExchange(told.hint(), new Parameters.Share(other, STRAY), told.signed()));
  }

  private static void pairRefuses(Pair pair, Parameters parameters, Rule rule) {
    Line line =
        Lines.changing(
            ServerKeyExchange.class,
            told -> new ServerKeyExchange(null, parameters, told.signed()));

    pair.refuse(line, CLIENT, rule);
  }

  private static Parameters share(Group group, Value share) {
    return new Parameters.Share(group, share);
  }

  private static Line answering(ClientKey key) {
    return Lines.changing(
        ClientKeyExchange.class, said -> new ClientKeyExchange(said.identity(), key));
  }

  private static Line identifying(Value identity) {
    return Lines.changing(
        ClientKeyExchange.class, said -> new ClientKeyExchange(identity, said.key()));
  }
}
