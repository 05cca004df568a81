package shakedown.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shakedown.explore.Bounds;

class ShippedScenariosTest {
  private static final Path FOLDER = Path.of("scenarios");

  /** The counts change when the machine does: look at the transitions, then pin the new ones. */
  @ParameterizedTest
  @CsvSource({
    "both-versions, 246, 474, 19",
    "no-common-version, 18, 23, 4",
    "signature-covers-nothing, 106, 216, 10",
    "tls12-by-choice, 129, 209, 19",
    "tls12-false-start, 252, 478, 19",
    "tls12-full, 129, 209, 19",
    "tls12-rsa, 118, 188, 18",
    "tls12-session-id, 108, 173, 14",
    "tls12-ticket, 108, 173, 14",
    "tls13-0rtt, 541, 1140, 18",
    "tls13-0rtt-rejected, 220, 460, 17",
    "tls13-0rtt-retried, 189, 351, 19",
    "tls13-compressed, 246, 474, 19",
    "tls13-full, 246, 474, 19",
    "tls13-hrr, 230, 410, 21",
    "tls13-psk, 157, 285, 16",
  })
  void a_shipped_scenario_is_as_it_expects(String name, long states, long transitions, int depth) {
    Scenario scenario =
        ScenarioReader.read(FOLDER.resolve(name + ".yaml")).toOptional().orElseThrow();

    Report report = Exploration.explore(scenario, Bounds.NONE, progress -> {});

    assertThat(report.verdicts()).allMatch(Finding::asExpected);
    assertThat(List.of(report.states(), report.transitions(), (long) report.depth()))
        .containsExactly(states, transitions, (long) depth);
  }

  @Test
  void every_file_can_be_read_and_says_what_it_expects() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(ScenarioReader.read(file).toOptional().orElseThrow().expect())
                      .isNotEmpty());
    }
  }

  @Test
  void the_same_scenario_gives_the_same_report() {
    Path file = FOLDER.resolve("tls13-0rtt.yaml");
    Scenario scenario = ScenarioReader.read(file).toOptional().orElseThrow();

    Report first = Exploration.explore(scenario, Bounds.NONE, progress -> {});
    Report second = Exploration.explore(scenario, Bounds.NONE, progress -> {});

    assertThat(second).isEqualTo(first);
  }
}
