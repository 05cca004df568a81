package shakedown.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private final long[] oneToHundred = LongStream.rangeClosed(1, 100).toArray();

  @Test
  void a_quantile_is_the_least_sample_that_reaches_the_share() {
    Quantiles quantiles = Quantiles.of(oneToHundred);

    assertThat(quantiles.at(0.5)).isEqualTo(50);
    assertThat(quantiles.at(0.95)).isEqualTo(95);
    assertThat(quantiles.at(0.951)).isEqualTo(96);
    assertThat(quantiles.at(1)).isEqualTo(100);
  }

  /** The ranks 40 and 61 hold the median of 100 samples with 96.5 per cent: the classic table. */
  @Test
  void the_interval_of_a_median_lies_between_two_samples() {
    Interval interval = Quantiles.of(oneToHundred).interval(0.5, 0.95);

    assertThat(interval.low()).isEqualTo(40);
    assertThat(interval.high()).isEqualTo(61);
  }

  @Test
  void too_few_samples_do_not_bound_a_tail() {
    assertThat(Quantiles.of(oneToHundred).interval(0.99, 0.95).high()).isInfinite();
  }

  @Test
  void a_failed_connection_counts_as_infinite_in_quantiles() {
    Quantiles quantiles = Quantiles.of(new long[] {Outcome.NEVER, 3, 1, Outcome.NEVER, 2});

    assertThat(quantiles.at(0.6)).isEqualTo(3);
    assertThat(quantiles.at(0.61)).isEqualTo(Outcome.NEVER);
  }

  /** t(3; 0.975) = 3.18245. */
  @Test
  void the_interval_of_a_mean_is_students() {
    Mean mean = Mean.of(new long[] {2, 4, 4, 6});

    Interval interval = mean.interval(0.95);

    assertThat(mean.value()).isEqualTo(4);
    double half = 3.182446305284263 * Math.sqrt(8.0 / 3) / 2;
    assertThat(interval.low()).isCloseTo(4 - half, within(1e-6));
    assertThat(interval.high()).isCloseTo(4 + half, within(1e-6));
  }

  @Test
  void a_failed_connection_has_no_part_in_a_mean() {
    assertThat(Mean.of(new long[] {1, Outcome.NEVER, 3})).isEqualTo(new Mean(2, 2, Math.sqrt(2)));
  }

  @Test
  void equal_samples_leave_no_doubt() {
    assertThat(Mean.of(new long[] {5, 5, 5}).interval(0.95)).isEqualTo(new Interval(5, 5, 0.95));
  }
}
