package shakedown.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.explore.Bounds;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Running;
import shakedown.property.Property;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.Role;
import shakedown.wire.Version;

/** Between honest ends a waived check shows nothing; what one end alone no longer covers does. */
class FlawTest {
  /** What covers more than a full handshake has: the machine's own tests try these. */
  private static final ImmutableSet<Rule> NOT_IN_FULL_HANDSHAKES =
      Sets.immutableEnumSet(
          Rule.POST_HANDSHAKE_CONTEXT_COVERS_MAIN,
          Rule.RETRY_IN_TRANSCRIPT,
          Rule.TLS12_CERTIFICATE_VERIFY_COVERS_TRANSCRIPT);

  static Stream<Arguments> coverage() {
    return Stream.of(
        Arguments.of(Rule.SIGNATURE_NAMES_ROLE, Version.TLS13),
        Arguments.of(Rule.SIGNATURE_COVERS_TRANSCRIPT, Version.TLS13),
        Arguments.of(Rule.FINISHED_COVERS_TRANSCRIPT, Version.TLS13),
        Arguments.of(Rule.TLS12_KEY_EXCHANGE_SIGNS_RANDOMS, Version.TLS12),
        Arguments.of(Rule.TLS12_FINISHED_COVERS_TRANSCRIPT, Version.TLS12));
  }

  @Test
  void every_coverage_rule_of_a_full_handshake_is_tried() {
    assertThat(coverage().map(each -> each.get()[0]))
        .containsExactlyElementsOf(
            Stream.of(Rule.values())
                .filter(rule -> rule.sort() == Rule.Sort.COVERAGE)
                .filter(rule -> !NOT_IN_FULL_HANDSHAKES.contains(rule))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("coverage")
  void what_one_end_alone_covers_keeps_both_from_completing(Rule rule, Version version) {
    Rules lax = Rules.RFC.without(rule);

    assertThat(canComplete(version, lax, Rules.RFC)).isEqualTo("not-reached");
    assertThat(canComplete(version, Rules.RFC, lax)).isEqualTo("not-reached");
  }

  @ParameterizedTest
  @MethodSource("coverage")
  void what_both_ends_leave_uncovered_is_seen_by_neither(Rule rule, Version version) {
    Rules lax = Rules.RFC.without(rule);

    assertThat(canComplete(version, lax, lax)).isEqualTo("reached");
  }

  @Test
  void a_broken_promise_comes_with_a_shortest_trace() {
    Property unfounded =
        Property.always("unfounded")
            .promises("a client is done only after it ran as a server")
            .whenever(Commit.class, commit -> commit.role() == Role.CLIENT)
            .earlier(Running.class, (commit, running) -> running.self().equals("nobody"));

    Report report =
        Exploration.explore(
            Scenarios.full(Version.TLS13),
            ImmutableList.of(unfounded),
            Bounds.NONE,
            progress -> {});

    Finding finding = report.verdicts().getFirst();
    assertThat(finding.verdict()).isEqualTo("fails");
    assertThat(report.asExpected()).isFalse();
    assertThat(Traces.of(finding).lines())
        .startsWith("client is asked to connect", "client -> server: ClientHello")
        .endsWith(
            "server -> client: Finished",
            "  client: runs TLS 1.3",
            "  client: is done with server.example",
            "  client: may send, in full");
  }

  private static String canComplete(Version version, Rules client, Rules server) {
    Scenario scenario = Scenarios.withRules(Scenarios.full(version), client, server);
    return Exploration.explore(scenario, Bounds.NONE, progress -> {}).verdicts().stream()
        .filter(finding -> finding.property().equals("can-complete"))
        .map(Finding::verdict)
        .findFirst()
        .orElseThrow();
  }
}
