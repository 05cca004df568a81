package shakedown.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import shakedown.measure.Outcome;

class SavingTest {
  /** Differences 1, 2, 3, 4: mean 2.5, deviation 1.29099, t(3, 97.5 %) 3.18245. */
  @Test
  void the_interval_is_student_s_on_the_pairs() {
    Saving saving = Saving.of(new long[] {11, 22, 33, 44}, new long[] {10, 20, 30, 40}, 0.95);

    assertThat(saving.mean()).isEqualTo(2.5);
    assertThat(saving.interval().low()).isCloseTo(2.5 - 2.05426, within(1e-4));
    assertThat(saving.interval().high()).isCloseTo(2.5 + 2.05426, within(1e-4));
  }

  @Test
  void a_pair_of_which_one_failed_says_nothing() {
    Saving saving =
        Saving.of(new long[] {11, Outcome.NEVER, 13}, new long[] {10, 20, Outcome.NEVER}, 0.95);

    assertThat(saving.mean()).isEqualTo(1);
  }

  @Test
  void quantiles_count_a_failure_as_infinite() {
    Estimate estimate = Estimate.of(new long[] {3, 1, 2, Outcome.NEVER}, 0.95);

    assertThat(estimate.at().p50()).isEqualTo(2);
    assertThat(estimate.at().p90()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(estimate.mean()).isEqualTo(2);
  }
}
