package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.policy.ClientAuthentication;
import shakedown.rules.Rule;
import shakedown.wire.KeyType;
import shakedown.wire.NamedGroup;

/** What a signature or a tag covers is a matter of both sides. */
final class CoverageTest {
  private static final Pair TLS12 =
      new Pair(Party.client12(), Party.server12(KeyType.ECDSA_P256))
          .client(
              party ->
                  party.credited(
                      all -> all.withIdentity(Party.identity(KeyType.ECDSA_P256, "client"))))
          .server(party -> party.with(policy -> policy.withClients(ClientAuthentication.ASKED)));
  private static final Pair TLS13 = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));

  private static final Pair RETRIED =
      TLS13.server(party -> party.with(policy -> policy.withGroups(NamedGroup.SECP256R1)));

  /** All that a handshake asks. */
  static Stream<Rule> rules() {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.sort() == Rule.Sort.COVERAGE)
        .filter(rule -> rule != Rule.POST_HANDSHAKE_CONTEXT_COVERS_MAIN);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_that_one_side_waives_fails_the_handshake(Rule rule) {
    assertThat(pair(rule).waiving(CLIENT, rule).run().isConnected()).isFalse();
    assertThat(pair(rule).waiving(SERVER, rule).run().isConnected()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_that_both_sides_waive_shows_nothing(Rule rule) {
    Duel duel = pair(rule).waiving(CLIENT, rule).waiving(SERVER, rule).run();

    assertThat(duel.isConnected()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_of_another_version_shows_nothing(Rule rule) {
    Pair other = pair(rule).equals(TLS12) ? TLS13 : TLS12;

    assertThat(other.waiving(CLIENT, rule).run().isConnected()).isTrue();
  }

  private static Pair pair(Rule rule) {
    if (rule == Rule.RETRY_IN_TRANSCRIPT) {
      return RETRIED;
    }
    return rule.name().startsWith("TLS12") ? TLS12 : TLS13;
  }
}
