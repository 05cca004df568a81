package shakedown.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource({
    "60ms,60000000",
    "1.5s,1500000000",
    "0.000000001s,1",
    "0s,0",
    "2min,120000000000",
    "62 ms,62000000"
  })
  void durations_are_nanoseconds(String text, long nanos) {
    assertThat(value(Units.DURATION, text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource({"20Mbit/s,20000000", "1.2kbit/s,1200", "10Gbit/s,10000000000"})
  void rates_are_bits_a_second(String text, long bits) {
    assertThat(value(Units.RATE, text)).isEqualTo(bits);
  }

  @ParameterizedTest
  @CsvSource({"1500B,1500", "14kB,14000", "14KiB,14336", "4GiB,4294967296", "0.5KiB,512"})
  void sizes_are_octets(String text, long octets) {
    assertThat(value(Units.SIZE, text)).isEqualTo(octets);
  }

  @ParameterizedTest
  @CsvSource({"1%,0.01", "0.01,0.01", "0.1%,0.001", "100%,1", "0,0", "0.5 %,0.005"})
  void probabilities_are_the_nearest_double(String text, double share) {
    assertThat(value(Units.PROBABILITY, text)).isEqualTo(share);
  }

  @Test
  void a_bare_number_is_refused_with_what_to_write() {
    assertThat(headline(Units.DURATION, "60"))
        .isEqualTo(
            "mine.yaml:1:1: 60 has no unit; expected a duration with its unit, as 60ms or 1.5s");
  }

  @Test
  void capital_kb_is_refused_with_both_meanings() {
    assertThat(headline(Units.SIZE, "14KB")).endsWith("did you mean 14kB or 14KiB?");
  }

  @Test
  void a_unit_in_the_wrong_case_is_refused_with_the_right_one() {
    assertThat(headline(Units.RATE, "20mbit/s")).endsWith("did you mean 20Mbit/s?");
    assertThat(headline(Units.DURATION, "60MS")).endsWith("did you mean 60ms?");
    assertThat(headline(Units.DURATION, "60msec")).endsWith("did you mean 60ms?");
  }

  @Test
  void a_fraction_of_a_nanosecond_is_refused() {
    assertThat(headline(Units.DURATION, "0.5ns"))
        .contains("0.5ns is no whole number of nanoseconds");
  }

  @ParameterizedTest
  @CsvSource({"-5ms", "1e9s", "99999999999999999999h", "''", "ms", "NaN", "0x10ms", "\u0663ms"})
  void what_is_no_duration_is_refused(String text) {
    assertThat(Units.DURATION.read(scalar(text)).faults()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"140%", "1.1", "-1%", "x", "1e-3"})
  void what_is_no_probability_is_refused(String text) {
    assertThat(headline(Units.PROBABILITY, text))
        .isEqualTo("mine.yaml:1:1: " + text + " is no probability; expected 0% to 100%");
  }

  private static <T> T value(Reader<T> reader, String text) {
    return reader.read(scalar(text)).toOptional().orElseThrow();
  }

  private static String headline(Reader<?> reader, String text) {
    return reader.read(scalar(text)).faults().getFirst().headline();
  }

  private static Node scalar(String text) {
    return new Node.Scalar(Place.start(Source.of("mine.yaml", text)), text);
  }
}
