package shakedown.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shakedown.adversary.Network;
import shakedown.explore.Bounds;
import shakedown.explore.Progress;
import shakedown.wire.Version;

class ExplorationTest {
  private static final Scenario TLS13 = Scenarios.full(Version.TLS13);

  @Test
  void a_bound_of_the_caller_leaves_verdicts_open_and_is_no_fault() {
    Report report = Exploration.explore(TLS13, new Bounds(Long.MAX_VALUE, 5), progress -> {});

    assertThat(report.complete()).isFalse();
    assertThat(report.depth()).isEqualTo(5);
    assertThat(report.bounds())
        .isEqualTo("1 client, 1 server, 1 request, closing network, ended at level 5");
    assertThat(report.verdicts())
        .extracting(Finding::verdict)
        .containsExactly("holds-within", "unknown", "holds-within", "holds-within");
    assertThat(report.asExpected()).isTrue();
  }

  @Test
  void an_attack_that_is_expected_must_be_found() {
    Scenario hopeful = Scenarios.expecting(TLS13, ImmutableMap.of("version-agreement", "fails"));

    Report report = Exploration.explore(hopeful, new Bounds(Long.MAX_VALUE, 5), progress -> {});

    assertThat(report.asExpected()).isFalse();
  }

  @Test
  void what_is_not_as_the_scenario_expects_is_said() {
    Scenario wrong = Scenarios.expecting(TLS13, ImmutableMap.of("can-complete", "not-reached"));

    Report report = Exploration.explore(wrong, Bounds.NONE, progress -> {});

    assertThat(report.verdicts())
        .filteredOn(finding -> !finding.asExpected())
        .extracting(Finding::property, Finding::verdict)
        .containsExactly(tuple("can-complete", "reached"));
  }

  @Test
  void a_request_is_answered_on_a_shortest_way() {
    Report report = Exploration.explore(TLS13, Bounds.NONE, progress -> {});

    Finding completes = report.verdicts().get(1);
    assertThat(Traces.of(completes).steps()).isEqualTo(16);
    assertThat(Traces.of(completes).lines())
        .startsWith("client is asked to connect", "client -> server: ClientHello")
        .endsWith("server -> client: ApplicationData", "  client: has received data");
  }

  @Test
  void a_network_that_never_closes_leaves_nobody_waiting() {
    Report report =
        Exploration.explore(Scenarios.over(Network.RELIABLE, TLS13), Bounds.NONE, progress -> {});

    assertThat(report.deadlocks()).isZero();
    assertThat(report.asExpected()).isTrue();
  }

  @Test
  void every_level_is_told_of() {
    List<Progress> told = new ArrayList<>();

    Report report = Exploration.explore(TLS13, Bounds.NONE, told::add);

    assertThat(told).hasSize(report.depth() + 1);
    assertThat(told.getLast().states()).isEqualTo(report.states());
  }
}
