package shakedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void thousands_are_parted_by_thin_spaces_and_minus_is_a_true_one() {
    assertThat(Figures.fixed(-1234567.25, 1)).isEqualTo("−1\u2009234\u2009567.3");
  }

  @Test
  void three_significant_digits_are_shown_and_no_digit_of_the_whole_is_lost() {
    assertThat(Figures.short3(251.34)).isEqualTo("251");
    assertThat(Figures.short3(12.345)).isEqualTo("12.3");
    assertThat(Figures.short3(0.0612)).isEqualTo("0.061");
  }

  @Test
  void a_plain_number_has_no_trailing_zeros() {
    assertThat(Figures.plain(300)).isEqualTo("300");
    assertThat(Figures.plain(0.1)).isEqualTo("0.1");
    assertThat(Figures.plain(0)).isEqualTo("0");
  }
}
