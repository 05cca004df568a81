package shakedown.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndLabelsTest {
  @Test
  void names_far_apart_stay_where_they_wish() {
    assertThat(EndLabels.apart(List.of(10.0, 100.0), 0, 200)).containsExactly(10.0, 100.0);
  }

  @Test
  void names_that_coincide_spread_evenly_around_their_wish() {
    assertThat(EndLabels.apart(List.of(50.0, 50.0, 50.0), 0, 200))
        .containsExactly(50 - EndLabels.GAP, 50.0, 50 + EndLabels.GAP);
  }

  @Test
  void a_crowd_at_the_edge_stays_within() {
    assertThat(EndLabels.apart(List.of(0.0, 0.0, 1.0), 0, 200))
        .containsExactly(0.0, EndLabels.GAP, 2 * EndLabels.GAP);
  }
}
