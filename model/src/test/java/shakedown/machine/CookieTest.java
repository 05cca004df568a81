package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.NamedGroup;

/** A client that must show that it hears (RFC 8446 4.2.2). */
final class CookieTest {
  private static final Pair PAIR =
      new Pair(
          Party.client(),
          Party.server(KeyType.ECDSA_P256).with(policy -> policy.with(Option.RETRY_COOKIE)));
  private static final Pair CHOOSY =
      PAIR.server(party -> party.with(policy -> policy.withGroups(NamedGroup.SECP256R1)));

  @Test
  void a_retry_may_ask_for_a_cookie_alone() {
    Duel duel = PAIR.run();

    Extensions asked = duel.heard(SERVER, HelloRetryRequest.class).extensions();
    assertThat(duel.isConnected()).isTrue();
    assertThat(asked.has(Cookie.class)).isTrue();
    assertThat(asked.has(SelectedGroup.class)).isFalse();
  }

  @Test
  void a_retry_may_ask_for_a_cookie_and_a_share() {
    Duel duel = CHOOSY.run();

    Extensions asked = duel.heard(SERVER, HelloRetryRequest.class).extensions();
    assertThat(duel.isConnected()).isTrue();
    assertThat(asked.has(Cookie.class)).isTrue();
    assertThat(asked.has(SelectedGroup.class)).isTrue();
  }

  @Test
  void another_cookie_or_none_is_refused() {
    PAIR.refuse(second(hello -> hello.with(new Cookie(Term.of("?")))), SERVER, Rule.COOKIE_ECHOED);
    PAIR.refuse(second(hello -> hello.without(Cookie.class)), SERVER, Rule.COOKIE_ECHOED);
  }

  @Test
  void a_cookie_alone_leaves_the_shares_as_they_were() {
    Line line = second(hello -> hello.with(new KeyShares(ImmutableList.of())));

    PAIR.refuse(line, SERVER, Rule.SECOND_HELLO_UNCHANGED);
  }

  private static Line second(UnaryOperator<ClientHello> change) {
    return Lines.changing(
        ClientHello.class,
        hello -> hello.extensions().has(Cookie.class) ? change.apply(hello) : hello);
  }
}
