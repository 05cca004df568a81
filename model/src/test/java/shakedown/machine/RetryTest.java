package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.machine.Duel.Line;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.Padding;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** HelloRetryRequest, and the second hello (RFC 8446 4.1.4, 4.1.2). */
final class RetryTest {
  private static final Pair PAIR =
      new Pair(
          Party.client(),
          Party.server(KeyType.ECDSA_P256).with(policy -> policy.withGroups(NamedGroup.SECP256R1)));
  private static final Value STRAY = Term.of("stray");

  @Test
  void a_server_that_finds_no_share_of_its_groups_asks_for_one() {
    Duel duel = PAIR.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .startsWith(
            "> ClientHello",
            "< HelloRetryRequest",
            "< ChangeCipherSpec",
            "> ChangeCipherSpec",
            "> ClientHello",
            "< ServerHello",
            "< EncryptedExtensions");
  }

  @Test
  void a_server_spares_the_retry_where_a_share_will_do() {
    Pair pair =
        PAIR.server(
            party -> party.with(some -> some.withGroups(NamedGroup.SECP256R1, NamedGroup.X25519)));

    assertThat(pair.run().said()).doesNotContain("< HelloRetryRequest");
  }

  @Test
  void a_second_retry_is_refused() {
    HelloRetryRequest asked = PAIR.run().heard(SERVER, HelloRetryRequest.class);
    Line line = Lines.inserting(asked, ServerHello.class);

    PAIR.refuse(line, CLIENT, Rule.AT_MOST_ONE_RETRY);
  }

  @Test
  void a_retry_of_another_version_is_refused() {
    Line none = asking(told -> told.without(SelectedVersion.class));
    Line old = asking(told -> told.with(new SelectedVersion(Version.TLS12)));

    PAIR.refuse(none, CLIENT, Rule.SELECTED_VERSION_WAS_OFFERED);
    PAIR.refuse(old, CLIENT, Rule.SELECTED_VERSION_WAS_OFFERED);
  }

  @Test
  void a_client_that_has_no_tls13_refuses_a_retry() {
    HelloRetryRequest asked = PAIR.run().heard(SERVER, HelloRetryRequest.class);
    Pair old = new Pair(Party.client12(), Party.server12(KeyType.ECDSA_P256));

    Duel duel = old.over(Lines.inserting(asked, ServerHello.class));

    assertThat(duel.broken(CLIENT)).hasValue(Rule.SELECTED_VERSION_WAS_OFFERED);
  }

  @Test
  void an_extension_of_a_retry_that_was_not_asked_for_is_refused() {
    Line line = asking(told -> told.with(new Unknown(0x1234, STRAY)));

    PAIR.refuse(line, CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void an_answer_that_does_not_belong_in_a_retry_is_refused() {
    Line line = asking(told -> told.with(new SupportedGroups(ImmutableList.of())));

    PAIR.refuse(line, CLIENT, Rule.EXTENSION_IN_ITS_PLACE);
  }

  @Test
  void a_retry_with_another_session_id_is_refused() {
    Line line = altered(asked -> Altered.sessionId(asked, STRAY));

    PAIR.refuse(line, CLIENT, Rule.SESSION_ID_ECHOED);
  }

  @Test
  void a_retry_with_a_suite_that_was_not_offered_is_refused() {
    Pair narrow =
        PAIR.client(
            party -> party.with(some -> some.withSuites(CipherSuite.TLS_AES_128_GCM_SHA256)));
    Line line = altered(asked -> Altered.suite(asked, CipherSuite.TLS_AES_256_GCM_SHA384));

    narrow.refuse(line, CLIENT, Rule.SUITE_WAS_OFFERED);
  }

  @Test
  void a_retry_with_a_suite_of_another_version_or_of_none_is_refused() {
    Line old =
        altered(asked -> Altered.suite(asked, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256));
    Line unknown = altered(asked -> Altered.suite(asked, new CipherSuite(0x13ff)));

    PAIR.refuse(old, CLIENT, Rule.SUITE_FITS_VERSION);
    PAIR.refuse(unknown, CLIENT, Rule.SUITE_FITS_VERSION);
  }

  @Test
  void a_retry_that_would_change_nothing_is_refused() {
    Line line = asking(told -> told.without(SelectedGroup.class));

    PAIR.refuse(line, CLIENT, Rule.RETRY_CHANGES_HELLO);
  }

  @Test
  void a_retry_for_a_group_that_the_client_has_not_is_refused() {
    Line line = asking(told -> told.with(new SelectedGroup(NamedGroup.SECP384R1)));

    PAIR.refuse(line, CLIENT, Rule.RETRY_GROUP_SUPPORTED);
  }

  @Test
  void a_retry_for_a_group_that_was_shared_is_refused() {
    Line line = asking(told -> told.with(new SelectedGroup(NamedGroup.X25519)));

    PAIR.refuse(line, CLIENT, Rule.RETRY_GROUP_NOT_YET_SHARED);
  }

  @Test
  void another_suite_than_the_retry_had_is_refused() {
    Line line =
        Lines.changing(
            ServerHello.class,
            hello -> Altered.suite(hello, CipherSuite.TLS_CHACHA20_POLY1305_SHA256));

    PAIR.refuse(line, CLIENT, Rule.RETRY_SUITE_KEPT);
  }

  @Test
  void an_older_version_after_a_retry_is_refused() {
    Line line =
        Lines.changing(
            ServerHello.class,
            hello ->
                Altered.suite(
                    Altered.extensions(hello, _ -> Extensions.ABSENT),
                    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256));

    PAIR.refuse(line, CLIENT, Rule.RETRY_VERSION_KEPT);
  }

  @Test
  void a_share_of_another_group_than_the_retry_asked_for_is_refused() {
    Value share = Term.of("share", NamedGroup.X25519, STRAY);
    Line line =
        Lines.changing(
            ServerHello.class,
            hello ->
                Altered.extensions(
                    hello, told -> told.with(new KeyShare(NamedGroup.X25519, share))));

    PAIR.refuse(line, CLIENT, Rule.RETRY_GROUP_KEPT);
    PAIR.waiving(CLIENT, Rule.RETRY_GROUP_KEPT)
        .refuse(line, CLIENT, Rule.SERVER_SHARE_GROUP_WAS_SHARED);
  }

  static Stream<UnaryOperator<ClientHello>> forbidden() {
    return Stream.of(
        hello -> Altered.random(hello, STRAY),
        hello -> Altered.suites(hello, hello.suites().reverse()),
        hello -> hello.without(ServerName.class),
        hello -> hello.with(new EarlyData()),
        hello -> hello.with(new Cookie(STRAY)),
        hello -> hello.with(new KeyShares(ImmutableList.of())),
        hello ->
            hello.with(
                new KeyShares(
                    ImmutableList.of(
                        hello.shares().getFirst(),
                        new KeyShare(
                            NamedGroup.X25519, Term.of("share", NamedGroup.X25519, STRAY))))));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void a_second_hello_that_changes_more_than_was_asked_is_refused(
      UnaryOperator<ClientHello> change) {
    Line line =
        Lines.changing(
            ClientHello.class,
            hello -> hello.sharesFor(NamedGroup.SECP256R1) ? change.apply(hello) : hello);

    PAIR.refuse(line, SERVER, Rule.SECOND_HELLO_UNCHANGED);
  }

  @Test
  void a_second_hello_bears_the_cookie_and_the_one_share_that_were_asked_for() {
    Cookie cookie = new Cookie(STRAY);
    List<ClientHello> hellos = new ArrayList<>();
    Line line =
        (from, message) -> {
          if (message instanceof ClientHello hello) {
            hellos.add(hello);
          }
          return asking(told -> told.with(cookie)).carry(from, message);
        };

    PAIR.over(line);

    assertThat(hellos).hasSize(2);
    assertThat(hellos.getLast().extensions().find(Cookie.class)).hasValue(cookie);
    assertThat(hellos.getLast().shares())
        .extracting(KeyShare::group)
        .containsExactly(NamedGroup.SECP256R1);
  }

  @Test
  void a_second_hello_may_be_padded_in_its_own_way() {
    Line line =
        Lines.changing(
            ClientHello.class,
            hello ->
                hello.sharesFor(NamedGroup.SECP256R1) ? hello.with(new Padding(STRAY)) : hello);

    assertThat(PAIR.over(line).broken(SERVER)).isEmpty();
    assertThat(PAIR.over(line).said()).contains("< ServerHello");
  }

  @Test
  void a_second_hello_drops_a_key_of_another_hash_than_the_suite_has() {
    Pair full = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
    Pair pair =
        full.after(full.run())
            .server(
                party ->
                    party.with(
                        some ->
                            some.withGroups(NamedGroup.SECP256R1)
                                .withSuites(CipherSuite.TLS_AES_256_GCM_SHA384)));

    Duel duel = pair.over(Lines.changing(ClientHello.class, RetryTest::withKeyOnlyAtFirst));

    assertThat(duel.isConnected()).isTrue();
  }

  @Test
  void a_retried_session_is_resumed() {
    Duel duel = PAIR.after(PAIR.run()).run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).contains("< HelloRetryRequest").doesNotContain("< Certificate");
  }

  private static ClientHello withKeyOnlyAtFirst(ClientHello hello) {
    boolean second = hello.sharesFor(NamedGroup.SECP256R1);
    assertThat(hello.extensions().has(PreSharedKeys.class)).isEqualTo(!second);
    return hello;
  }

  private static Line altered(UnaryOperator<HelloRetryRequest> change) {
    return Lines.changing(HelloRetryRequest.class, change);
  }

  private static Line asking(UnaryOperator<Extensions> change) {
    return altered(asked -> Altered.extensions(asked, change));
  }
}
