package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Running;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.CustomGroup;
import shakedown.wire.ExplicitCurve;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Group;
import shakedown.wire.KeyExchange;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.Parameters;
import shakedown.wire.Value;

/** Each key exchange of TLS 1.2, and what both sides say in it. */
final class Tls12KeyExchangeTest {
  static Stream<CipherSuite> suites() {
    return KeyExchanges.SUITES.stream();
  }

  @Test
  void there_is_a_suite_for_every_key_exchange() {
    assertThat(suites().map(CipherSuite::keyExchange))
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(KeyExchange.TLS13)));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void both_sides_agree_after_the_messages_of_the_key_exchange(CipherSuite suite) {
    Duel duel = KeyExchanges.of(suite).run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).containsExactlyElementsOf(messages(suite.keyExchange()));
    assertThat(duel.claims(CLIENT, Commit.class).getFirst().agreement())
        .isEqualTo(duel.claims(SERVER, Running.class).getFirst().agreement());
  }

  /** RFC 5246 7.3; RFC 4279 2 to 4. */
  private static ImmutableList<String> messages(KeyExchange exchange) {
    var messages = ImmutableList.<String>builder().add("> ClientHello", "< ServerHello");
    if (exchange.isCertified()) {
      messages.add("< Certificate12");
    }
    boolean isTold =
        switch (exchange) {
          case RSA, PSK, RSA_PSK, ECDH_RSA, ECDH_ECDSA, TLS13 -> false;
          default -> true;
        };
    if (isTold) {
      messages.add("< ServerKeyExchange");
    }
    return messages
        .add("< ServerHelloDone", "> ClientKeyExchange", "> ChangeCipherSpec", "> Finished")
        .add("< ChangeCipherSpec", "< Finished")
        .build();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void the_two_messages_have_the_parts_of_the_key_exchange(CipherSuite suite) {
    KeyExchange exchange = suite.keyExchange();
    Duel duel = KeyExchanges.of(suite).run();
    ClientKeyExchange client = duel.heard(CLIENT, ClientKeyExchange.class);

    assertThat(client.identity() != null).isEqualTo(exchange.isPreShared());
    assertThat(client.key() == null).isEqualTo(exchange == KeyExchange.PSK);
    if (exchange.needsServerKeyExchange()) {
      ServerKeyExchange server = duel.heard(SERVER, ServerKeyExchange.class);
      assertThat(server.signed() != null).isEqualTo(exchange.isSigned());
      assertThat(server.hint() != null).isEqualTo(exchange.isPreShared());
      assertThat(server.parameters()).isNotNull();
    }
  }

  @Test
  void a_hint_makes_a_server_key_exchange_of_pre_shared_keys() {
    Value hint = Term.of("hint");

    for (CipherSuite suite : KeyExchanges.PRE_SHARED) {
      Duel duel =
          KeyExchanges.of(suite)
              .server(party -> party.credited(all -> all.withOwn(all.own().withHint(hint))))
              .run();

      assertThat(duel.isConnected()).isTrue();
      assertThat(duel.heard(SERVER, ServerKeyExchange.class).hint()).isEqualTo(hint);
    }
  }

  @Test
  void a_finite_field_is_one_that_the_client_names() {
    Pair pair = KeyExchanges.of(CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256);
    Pair both =
        pair.client(all -> all.with(p -> p.withGroups(NamedGroup.FFDHE3072, NamedGroup.FFDHE2048)))
            .server(all -> all.with(p -> p.withGroups(NamedGroup.FFDHE4096, NamedGroup.FFDHE2048)));

    assertThat(group(both)).isEqualTo(NamedGroup.FFDHE2048);
  }

  @Test
  void a_server_has_a_finite_field_of_its_own_for_a_client_that_names_none() {
    var own = new CustomGroup(Term.of("prime"), Term.of("generator"));
    Pair pair =
        KeyExchanges.of(CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256)
            .server(party -> party.credited(all -> all.withOwn(all.own().withField(own))));
    Pair unnamed = pair.client(all -> all.with(policy -> policy.withGroups(NamedGroup.X25519)));

    assertThat(group(pair)).isEqualTo(NamedGroup.FFDHE2048);
    assertThat(group(unnamed)).isEqualTo(own);
  }

  @Test
  void a_suite_of_finite_fields_is_passed_over_where_the_client_names_others() {
    Pair pair =
        KeyExchanges.of(CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256)
            .client(all -> all.with(policy -> policy.withGroups(NamedGroup.FFDHE8192)));
    Pair transporting =
        pair.client(
                all ->
                    all.with(
                        policy ->
                            policy.withSuites(
                                CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,
                                CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256)))
            .server(
                all ->
                    all.with(
                        policy ->
                            policy.withSuites(
                                CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,
                                CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256)));

    assertThat(transporting.run().heard(SERVER, ServerHello.class).suite())
        .isEqualTo(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256);
  }

  @Test
  void who_has_no_pre_shared_key_neither_offers_nor_takes_a_suite_that_needs_one() {
    Pair pair =
        KeyExchanges.of(CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256)
            .client(all -> all.with(policy -> policy.withSuites(KeyExchanges.OTHERS)))
            .server(all -> all.with(policy -> policy.withSuites(KeyExchanges.OTHERS)));
    CipherSuite fallback = KeyExchanges.OTHERS[1];

    Duel clientless = pair.client(all -> all.credited(own -> own.withPreShared())).run();
    Duel serverless = pair.server(all -> all.credited(own -> own.withPreShared())).run();

    assertThat(clientless.heard(SERVER, ServerHello.class).suite()).isEqualTo(fallback);
    assertThat(serverless.heard(SERVER, ServerHello.class).suite()).isEqualTo(fallback);
  }

  @Test
  void a_server_of_two_keys_shows_the_one_that_the_suite_fits() {
    Party both =
        Party.server12(KeyType.RSA)
            .credited(
                all ->
                    all.withIdentities(
                        Party.identity(KeyType.RSA, Party.HOST),
                        Party.identity(KeyType.ECDSA_P256, Party.HOST)));

    for (CipherSuite suite :
        ImmutableList.of(
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256)) {
      Duel duel = Duel.of(Party.client12().with(policy -> policy.withSuites(suite)), both);

      assertThat(duel.isConnected()).isTrue();
      assertThat(duel.heard(SERVER, ServerHello.class).suite()).isEqualTo(suite);
    }
  }

  @Test
  void a_curve_is_told_by_its_numbers_where_both_have_that() {
    var curve = new ExplicitCurve(Term.of("curve"));
    NamedGroup word = NamedGroup.ARBITRARY_EXPLICIT_PRIME_CURVES;
    Pair pair =
        KeyExchanges.of(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256)
            .client(all -> all.with(p -> p.withGroups(NamedGroup.X25519, word)))
            .server(all -> all.with(p -> p.withGroups(word, NamedGroup.X25519)))
            .server(party -> party.credited(all -> all.withOwn(all.own().withCurve(curve))));

    pair.refuse(Lines.UNTOUCHED, CLIENT, Rule.TLS12_CURVE_IS_NAMED);
    Pair lax = pair.waiving(CLIENT, Rule.TLS12_CURVE_IS_NAMED);
    assertThat(lax.run().isConnected()).isTrue();
    assertThat(group(lax)).isEqualTo(curve);
  }

  @Test
  void a_mac_goes_around_blocks_where_both_want_it() {
    CipherSuite blocks = CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256;
    CipherSuite aead = CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256;

    assertThat(macsAround(wanting(KeyExchanges.of(blocks)).run())).isTrue();
    assertThat(macsAround(wanting(KeyExchanges.of(aead)).run())).isFalse();
    assertThat(macsAround(KeyExchanges.of(blocks).run())).isFalse();
    assertThat(
            macsAround(
                KeyExchanges.of(blocks)
                    .client(all -> all.with(p -> p.with(Option.ENCRYPT_THEN_MAC)))
                    .run()))
        .isFalse();
  }

  @Test
  void a_resumption_says_anew_where_the_mac_goes() {
    Pair pair = KeyExchanges.of(CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256);
    Pair again = pair.after(pair.run());

    assertThat(macsAround(wanting(again).run())).isTrue();
    assertThat(macsAround(again.run())).isFalse();
    assertThat(again.run().said()).doesNotContain("> ClientKeyExchange");
  }

  private static Pair wanting(Pair pair) {
    return pair.client(all -> all.with(policy -> policy.with(Option.ENCRYPT_THEN_MAC)))
        .server(all -> all.with(policy -> policy.with(Option.ENCRYPT_THEN_MAC)));
  }

  private static boolean macsAround(Duel duel) {
    assertThat(duel.isConnected()).isTrue();
    return duel.heard(SERVER, ServerHello.class).extensions().has(EncryptThenMac.class);
  }

  private static Group group(Pair pair) {
    ServerKeyExchange exchange = pair.run().heard(SERVER, ServerKeyExchange.class);
    return exchange.parameters() instanceof Parameters.Share share
        ? share.group()
        : new NamedGroup(0);
  }
}
