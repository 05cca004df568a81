package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import shakedown.handshake.Signal.AlertReceived;
import shakedown.handshake.Signal.Alerted;
import shakedown.handshake.Signal.Commit;
import shakedown.wire.Alert;
import shakedown.wire.Role;

/** Each cell of the matrix, tried. */
class MatrixTest {
  private static final Matrix MATRIX = Matrix.shipped();

  @SuppressWarnings("UnusedVariable")
  private static final List<Cell> CELLS = MATRIX.cells();

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @FieldSource("CELLS")
  void the_peer_does_what_the_table_says(Cell cell) {
    Stack stack = Stacks.named(cell.peer());
    assumeTrue(stack.version().isPresent(), "not installed: " + cell.peer());
    Feature feature = Features.of(new Matrix.Row(cell.feature(), cell.version()));

    Meeting met = stack.meet(feature, cell.ourRole());

    switch (cell.outcome()) {
      case Cell.Runs _ -> assertRan(feature, cell.ourRole(), met);
      case Cell.Lacks(String words) -> assertThat(met.evidence()).contains(words);
    }
  }

  @Test
  void every_feature_has_a_cell_for_each_peer_and_role() {
    List<String> needed =
        Features.ALL.stream()
            .flatMap(
                feature ->
                    Stacks.ALL.stream()
                        .flatMap(
                            stack ->
                                Stream.of(Role.values())
                                    .map(role -> key(feature.row(), stack.name(), role))))
            .toList();

    assertThat(MATRIX.cells())
        .extracting(
            each ->
                key(new Matrix.Row(each.feature(), each.version()), each.peer(), each.ourRole()))
        .containsExactlyElementsOf(needed);
  }

  @Test
  void the_programs_are_of_the_versions_that_the_table_names() {
    for (Program program : MATRIX.programs()) {
      Stacks.named(program.name())
          .version()
          .ifPresent(version -> assertThat(version).startsWith(branch(program.version())));
    }
  }

  /** Major and minor: what Debian corrects is not told. */
  private static String branch(String version) {
    return version.substring(0, version.lastIndexOf('.') + 1);
  }

  private static String key(Matrix.Row row, String peer, Role role) {
    return String.join(", ", row.feature(), row.version(), peer, role.name());
  }

  private static void assertRan(Feature feature, Role ourRole, Meeting met) {
    assertThat(met.failure()).as(met.toString()).isNull();
    Alert refusal = feature.course().refusal();
    if (refusal != null) {
      assertRefused(refusal, ourRole, met.last());
      return;
    }
    Deed deed = feature.course().deed();
    int commits = deed == null ? 1 : deed.commits(ourRole);
    for (Ours session : met.sessions()) {
      assertThat(session.signals(Commit.class))
          .hasSize(commits)
          .allSatisfy(
              commit -> {
                assertThat(commit.agreement().version()).isEqualTo(feature.version());
                assertThat(commit.agreement().suite()).isEqualTo(feature.suite());
              });
    }
    feature.check().accept(met);
  }

  /** By the server. */
  private static void assertRefused(Alert alert, Role ourRole, Ours session) {
    assertThat(session.signals(Commit.class)).isEmpty();
    if (ourRole == Role.CLIENT) {
      assertThat(session.signals(AlertReceived.class))
          .containsExactly(new AlertReceived(alert.code()));
    } else {
      assertThat(session.signals(Alerted.class))
          .extracting(each -> each.broken().alert())
          .containsExactly(alert);
    }
  }
}
