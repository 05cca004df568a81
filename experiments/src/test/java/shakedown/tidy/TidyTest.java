package shakedown.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import shakedown.config.ExperimentReader;
import shakedown.config.ProfileReader;
import shakedown.config.Reference;
import shakedown.world.ScenarioReader;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;
import shakedown.yaml.Yaml;

class TidyTest {

  private static final int WIDTH = 100;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  /** What may change from run to run, machine to machine or country to country, and the remedy. */
  private static final ImmutableMap<String, String> BANNED =
      ImmutableMap.<String, String>builder()
          .put("System\\.currentTimeMillis", "the engine's clock")
          .put("\\bInstant\\.now|\\bLocalDate(Time)?\\.now", "the engine's clock")
          .put("System\\.nanoTime", "the engine's clock; only ProgressLine shows real time")
          .put("(?<![A-Za-z])Set\\.(copyOf|of)\\(", "ImmutableSet, which keeps its order")
          .put("(?<![A-Za-z])Map\\.(copyOf|of|entry)\\(", "ImmutableMap, which keeps its order")
          .put("parallelStream|\\.parallel\\(\\)", "a stream in order")
          .put("new Random\\(|Math\\.random|ThreadLocalRandom", "a named stream of RandomStream")
          .put("String\\.format\\(\\s*\"", "String.format(Locale.ROOT, ...)")
          .put("\\.formatted\\(", "String.format(Locale.ROOT, ...), or +")
          .put("\\.to(Lower|Upper)Case\\(\\)", "the same with Locale.ROOT")
          .put("\\.getBytes\\(\\)", "getBytes(UTF_8)")
          .put("identityHashCode", "an order of your own")
          .buildOrThrow();

  @TestFactory
  Stream<DynamicTest> every_source_is_formatted() {
    Formatter formatter = new Formatter();
    return Repository.sources().stream()
        .map(
            file ->
                test(
                    file,
                    () ->
                        assertThat(Repository.text(file))
                            .isEqualTo(formatter.formatSource(Repository.text(file)))));
  }

  @Test
  void no_line_is_longer_than_a_hundred() {
    assertThat(
            Repository.sources().stream()
                .flatMap(
                    file ->
                        Repository.text(file)
                            .lines()
                            .filter(line -> line.codePointCount(0, line.length()) > WIDTH)
                            .filter(line -> !line.startsWith("import ") && !line.contains("http"))
                            .map(line -> Repository.name(file) + ": " + line)))
        .isEmpty();
  }

  @Test
  void every_package_is_free_of_nulls_and_says_what_it_is() {
    assertThat(
            Repository.sources().stream()
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .filter(file -> !isPackageInfo(file))
                .map(Repository::name))
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> no_result_depends_on_when_or_where_it_is_computed() {
    return Repository.sources().stream()
        .filter(file -> Repository.name(file).contains("/src/main/"))
        .map(file -> test(file, () -> assertThat(banned(file)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> every_experiment_is_read() {
    return yaml("experiments/configs")
        .filter(file -> !file.endsWith("reference.yaml"))
        .map(file -> test(file, () -> assertRead(ExperimentReader.read(file, List.of()))));
  }

  @TestFactory
  Stream<DynamicTest> every_cost_profile_is_read() {
    return yaml("experiments/configs/profiles")
        .map(file -> test(file, () -> assertRead(ProfileReader.read(file))));
  }

  @TestFactory
  Stream<DynamicTest> every_scenario_is_read() {
    return Repository.below("specs/scenarios").stream()
        .filter(file -> file.toString().endsWith(".yaml"))
        .map(file -> test(file, () -> assertRead(ScenarioReader.read(file))));
  }

  @Test
  void the_reference_of_keys_is_what_the_code_knows() throws Exception {
    Path made = Repository.ROOT.resolve("experiments/target/reference.yaml");
    Files.writeString(made, Reference.text());

    assertThat(Repository.text(Repository.ROOT.resolve("experiments/configs/reference.yaml")))
        .as("experiments/configs/reference.yaml; %s is what it should be", made)
        .isEqualTo(Reference.text());
    assertThat(Yaml.read(made).faults()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_link_of_the_documentation_leads_somewhere() {
    return Repository.below("").stream()
        .filter(file -> file.toString().endsWith(".md"))
        .filter(file -> !Repository.name(file).startsWith("results/"))
        .map(file -> test(file, () -> assertThat(deadLinks(file)).isEmpty()));
  }

  private static Stream<Path> yaml(String folder) {
    return Repository.below(folder).stream()
        .filter(file -> file.toString().endsWith(".yaml"))
        .filter(file -> file.resolveSibling("").equals(Repository.ROOT.resolve(folder)));
  }

  private static boolean isPackageInfo(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    String text = Repository.text(file);
    boolean isTest = Repository.name(file).contains("/src/test/");
    return text.contains("@NullMarked") && (isTest || text.startsWith("/**"));
  }

  private static Stream<String> banned(Path file) {
    String text = Repository.text(file);
    return BANNED.entrySet().stream()
        .filter(
            entry -> !entry.getKey().contains("nanoTime") || !file.endsWith("ProgressLine.java"))
        .flatMap(
            entry ->
                Pattern.compile(entry.getKey())
                    .matcher(text)
                    .results()
                    .map(found -> "%s: use %s".formatted(found.group(), entry.getValue())));
  }

  private static Stream<String> deadLinks(Path file) {
    Matcher links = LINK.matcher(Repository.text(file));
    return links
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
        .filter(
            link ->
                !Files.exists(file.resolveSibling(Splitter.on('?').split(link).iterator().next())));
  }

  private static void assertRead(Reading<?> reading) {
    assertThat(reading.faults()).extracting(Complaint::headline).isEmpty();
  }

  private static DynamicTest test(Path file, Executable test) {
    return DynamicTest.dynamicTest(Repository.name(file), file.toUri(), test);
  }
}
