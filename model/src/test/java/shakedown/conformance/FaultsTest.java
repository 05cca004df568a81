package shakedown.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shakedown.conformance.Faults.Faulty;
import shakedown.conformance.Fields.Line;
import shakedown.wire.Message.ApplicationData;

/** Every message with every fault, at its turn: in both roles, in both versions. */
final class FaultsTest {
  private static final Fields FIELDS = Fields.read();

  /** From lines of the table to the answers that they allowed. */
  private final SetMultimap<Line, String> seen = LinkedHashMultimap.create();

  private final Set<String> wrong = new TreeSet<>();

  FaultsTest() {
    Encounter.all().stream()
        .filter(encounter -> !(encounter.message() instanceof ApplicationData))
        .forEach(this::meet);
  }

  @Test
  void a_fault_in_a_field_is_answered_by_an_alert_that_the_rfc_allows() {
    assertThat(wrong).isEmpty();
  }

  @Test
  void no_answer_is_allowed_that_no_state_gives() {
    assertThat(FIELDS.lines().values().stream().flatMap(this::unseen)).isEmpty();
  }

  private Stream<String> unseen(Line line) {
    return Sets.difference(line.allowed(), seen.get(line)).stream()
        .map(answer -> String.join(",", line.message(), line.field(), answer));
  }

  private void meet(Encounter encounter) {
    Faults.of(encounter.message()).stream()
        .filter(
            faulty -> OnTheWire.hasForm(faulty.message(), encounter.version(), encounter.suite()))
        .forEach(faulty -> judge(encounter, faulty));
  }

  private void judge(Encounter encounter, Faulty faulty) {
    String answer = Answer.to(faulty.message(), encounter.visit()).alert().orElse(Fields.GOES_ON);
    Optional<Line> line = FIELDS.of(encounter.messageName(), faulty.field());
    if (line.filter(each -> each.allowed().contains(answer)).isPresent()) {
      seen.put(line.get(), answer);
    } else {
      wrong.add(
          "%s,%s,%s at %s (%s)"
              .formatted(
                  encounter.messageName(),
                  faulty.field(),
                  answer,
                  encounter.visit().stateName(),
                  faulty.fault()));
    }
  }
}
