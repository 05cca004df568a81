package shakedown.machine;

import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.machine.Duel.Line;
import shakedown.rules.Rule;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/** What the old field for the version says where the extension counts (RFC 9846 4.2.2, 4.2.3). */
final class LegacyVersionTest {
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.RSA));
  private static final Pair RETRIED =
      PAIR.server(party -> party.with(policy -> policy.withGroups(NamedGroup.SECP256R1)));

  private static ImmutableList<Version> others() {
    return ImmutableList.of(Version.TLS13, Version.TLS11, new Version(0x7a7a));
  }

  @ParameterizedTest
  @MethodSource("others")
  void a_hello_of_tls_13_says_that_it_is_of_1_2(Version other) {
    Line line = Lines.changing(ClientHello.class, hello -> Altered.version(hello, other));

    PAIR.refuse(line, SERVER, Rule.CLIENT_LEGACY_VERSION_FIXED);
  }

  @ParameterizedTest
  @MethodSource("others")
  void an_answer_of_tls_13_says_that_it_is_of_1_2(Version other) {
    Line answer = Lines.changing(ServerHello.class, hello -> Altered.version(hello, other));
    Line retry =
        Lines.changing(
            HelloRetryRequest.class,
            asked ->
                new HelloRetryRequest(
                    other,
                    asked.sessionId(),
                    asked.suite(),
                    asked.compression(),
                    asked.extensions()));

    PAIR.refuse(answer, CLIENT, Rule.SERVER_LEGACY_VERSION_FIXED);
    RETRIED.refuse(retry, CLIENT, Rule.SERVER_LEGACY_VERSION_FIXED);
  }
}
