package shakedown.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RuleTest {
  private static final String TESTS = sources(Path.of("src", "test", "java"));

  /** In one statement: that it refuses, or goes on where the rule is waived. */
  private static final String BREAKS =
      "(CsvSource|refuse|refuses|Refused|broken|hasValue|isEqualTo|contains|waiving|without)\\w*\\([^;]*\\b(Rule\\.)?";

  @Test
  void every_rule_is_asked_somewhere() {
    String sources = sources(Path.of("src", "main", "java"));

    assertThat(Rule.values()).allMatch(rule -> isAsked(rule, sources));
  }

  static Stream<Rule> checks() {
    // CoverageTest waives all of the others at one end
    return Stream.of(Rule.values()).filter(rule -> rule.sort() != Rule.Sort.COVERAGE);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void every_rule_is_broken_by_a_test(Rule rule) {
    assertThat(TESTS).containsPattern(BREAKS + rule.name() + "\\b");
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_says_where_it_is_written(Rule rule) {
    assertThat(rule.section()).matches("\\d{4} ([A-Z]|\\d+)(\\.\\d+)*");
  }

  @ParameterizedTest
  @EnumSource
  void a_need_cannot_be_waived_and_all_else_can(Rule rule) {
    if (rule.sort() == Rule.Sort.NEED) {
      assertThatThrownBy(() -> Rules.RFC.without(rule))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(rule.toString());
    } else {
      assertThat(Rules.RFC.without(rule).enforces(rule)).isFalse();
    }
  }

  @Test
  void a_rule_is_called_by_words_and_hyphens() {
    assertThat(Rule.SIGNATURE_IS_VALID).hasToString("signature-is-valid");
  }

  /** By a judgement, at a signature, or as the reason to give up. */
  private static boolean isAsked(Rule rule, String sources) {
    String place = "(require\\(|grants\\(|covered\\(|abort\\(|refuse\\(|[?:]) *(Rule\\.)?";
    return Pattern.compile(place + rule.name() + "\\b").matcher(sources).find();
  }

  /** All that is there, each run of blanks as one. */
  private static String sources(Path folder) {
    var text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file).replaceAll("\\s+", " ").replace("( ", "("));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
