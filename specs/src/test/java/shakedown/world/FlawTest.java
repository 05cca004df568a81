package shakedown.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.explore.Bounds;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Running;
import shakedown.property.Property;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.Role;

/** Between honest ends a waived check shows nothing; what one end alone no longer covers does. */
class FlawTest {
  @ParameterizedTest
  @EnumSource(
      value = Rule.class,
      names = {"SIGNATURE_COVERS_TRANSCRIPT", "FINISHED_COVERS_TRANSCRIPT"})
  void what_one_end_alone_covers_keeps_both_from_completing(Rule rule) {
    assertThat(canComplete(Rules.RFC.without(rule), Rules.RFC)).isEqualTo("not-reached");
    assertThat(canComplete(Rules.RFC, Rules.RFC.without(rule))).isEqualTo("not-reached");
  }

  @ParameterizedTest
  @EnumSource(
      value = Rule.class,
      names = {"SIGNATURE_COVERS_TRANSCRIPT", "FINISHED_COVERS_TRANSCRIPT"})
  void what_both_ends_leave_uncovered_is_seen_by_neither(Rule rule) {
    assertThat(canComplete(Rules.RFC.without(rule), Rules.RFC.without(rule))).isEqualTo("reached");
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
            Scenarios.tls13(), ImmutableList.of(unfounded), Bounds.NONE, progress -> {});

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

  private static String canComplete(Rules client, Rules server) {
    Scenario scenario = Scenarios.withRules(Scenarios.tls13(), client, server);
    return Exploration.explore(scenario, Bounds.NONE, progress -> {}).verdicts().stream()
        .filter(finding -> finding.property().equals("can-complete"))
        .map(Finding::verdict)
        .findFirst()
        .orElseThrow();
  }
}
