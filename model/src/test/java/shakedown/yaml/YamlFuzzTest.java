package shakedown.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;

/** Hostile octets: run with {@code JAZZER_FUZZ=1} to fuzz, without to play the corpus. */
class YamlFuzzTest {

  private static final ImmutableList<Reader<?>> READERS =
      ImmutableList.of(
          Units.DURATION,
          Units.RATE,
          Units.SIZE,
          Units.FREQUENCY,
          Units.PROBABILITY,
          Readers.TEXT,
          Readers.SWITCH,
          Readers.integer(0, 100),
          Readers.listOf(Units.DURATION));

  @FuzzTest(maxDuration = "30s")
  void any_octets_are_read_or_complained_of(byte[] octets) {
    Reading<Node> reading = Yaml.read("fuzz.yaml", octets);

    switch (reading) {
      case Reading.Read<Node>(Node node) -> readAll(node);
      case Reading.Refused<Node>(ImmutableList<Complaint> complaints) -> {
        assertThat(complaints).isNotEmpty();
        complaints.forEach(YamlFuzzTest::render);
      }
    }
  }

  private static void readAll(Node node) {
    for (Reader<?> reader : READERS) {
      reader.read(node).faults().forEach(YamlFuzzTest::render);
    }
    Complaints complaints = new Complaints();
    Fields.of(node, "fuzz", complaints).refuseAllBut(ImmutableList.of("network", "variants"));
    complaints.unlessAny(() -> "").faults().forEach(YamlFuzzTest::render);
  }

  private static void render(Complaint complaint) {
    assertThat(complaint.rendered()).startsWith("fuzz.yaml:");
    assertThat(complaint.rendered().chars().filter(c -> c != '\n'))
        .noneMatch(Character::isISOControl);
  }
}
