package shakedown.rules;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.rules.Requirement.KeptBy;

/** The account of what the RFCs require. */
final class RequirementsTest {
  private static final ImmutableList<Requirement> ALL = Requirements.shipped();

  static ImmutableList<Requirement> all() {
    return ALL;
  }

  @Test
  void no_requirement_is_told_twice() {
    assertThat(ALL).extracting(Requirement::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_requirement_is_kept_by_rules_or_shown_by_a_test_or_has_its_reason(Requirement each)
      throws IOException {
    switch (each.keptBy()) {
      case KeptBy.Refused(var rules) -> assertThat(rules).isNotEmpty();
      case KeptBy.Shown(String test) -> assertThat(isTest(test)).as(test).isTrue();
      case KeptBy.Constructed(String because) -> assertThat(because).contains(" ");
      case KeptBy.NotModelled(String because) -> assertThat(because).contains(" ");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_rule_refuses_with_an_alert_that_its_requirement_allows(Requirement each) {
    if (each.keptBy() instanceof KeptBy.Refused(var rules) && !each.alerts().isEmpty()) {
      assertThat(rules)
          .filteredOn(rule -> rule.sort() != Rule.Sort.CHOICE)
          .allSatisfy(rule -> assertThat(each.alerts()).contains(rule.alert()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_keeps_a_requirement(Rule rule) {
    ImmutableSet<Rule> kept =
        ALL.stream()
            .flatMap(
                each ->
                    each.keptBy() instanceof KeptBy.Refused(var rules)
                        ? rules.stream()
                        : Stream.of())
            .collect(toImmutableSet());

    assertThat(kept).contains(rule);
  }

  @Test
  void the_page_is_what_docs_would_write() throws IOException {
    String page = Files.readString(Path.of("docs/rules.md"), UTF_8);

    assertThat(page).as("run ./shakedown docs").isEqualTo(RequirementsPage.of(ALL));
  }

  private static boolean isTest(String test) throws IOException {
    String type = test.substring(0, test.indexOf('.')) + ".java";
    String method = "void " + test.substring(test.indexOf('.') + 1) + "(";
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      for (Path file : files.filter(path -> path.endsWith(type)).toList()) {
        if (Files.readString(file).contains(method)) {
          return true;
        }
      }
    }
    return false;
  }
}
