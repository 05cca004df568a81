package shakedown.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shakedown.explore.Bounds;

class ExplorationTest {
  @Test
  void a_full_handshake_of_tls13_neither_disagrees_nor_gets_stuck() {
    Report report = Exploration.explore(Scenarios.tls13(), Bounds.NONE, progress -> {});

    assertThat(report.states()).isEqualTo(246);
    assertThat(report.transitions()).isEqualTo(474);
    assertThat(report.depth()).isEqualTo(19);
    assertThat(report.complete()).isTrue();
    assertThat(report.verdicts())
        .extracting(Finding::verdict)
        .containsExactly("holds", "reached", "holds", "holds");
  }
}
