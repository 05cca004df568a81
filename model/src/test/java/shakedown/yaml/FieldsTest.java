package shakedown.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class FieldsTest {

  private static final Key<Long> RTT = new Key<>("rtt", Units.DURATION, "50ms", "the round trip");
  private static final Key<Double> LOSS =
      new Key<>("loss", Units.PROBABILITY, "0%", "how many packets are lost");

  private final Complaints complaints = new Complaints();

  @Test
  void a_key_left_out_has_its_default() {
    Fields fields = fields("loss: 1%");

    assertThat(fields.get(RTT)).isEqualTo(50_000_000L);
    assertThat(fields.get(LOSS)).isEqualTo(0.01);
    assertThat(complaints.isEmpty()).isTrue();
  }

  @Test
  void all_faults_are_found_in_one_pass_in_the_order_of_the_text() {
    Fields fields = fields("loss: 140%\nrtts: 3ms\nrtt: 3\nzzzzzzzz: 1\nqueue: 4\n");

    fields.get(RTT);
    fields.get(LOSS);
    fields.refuseAllBut(ImmutableList.of("rtt", "loss"), ImmutableSet.of("queue"));

    assertThat(complaints.unlessAny(() -> "").faults())
        .extracting(Complaint::headline)
        .containsExactly(
            "mine.yaml:1:7: loss: 140% is no probability; expected 0% to 100%",
            "mine.yaml:2:1: rtts is no key of network; did you mean rtt?",
            "mine.yaml:3:6: rtt: 3 has no unit; expected a duration with its unit, as 60ms or 1.5s",
            "mine.yaml:4:1: zzzzzzzz is no key of network; expected one of rtt, loss",
            "mine.yaml:5:1: queue of network is not yet known");
  }

  @Test
  void a_value_at_fault_is_shown_with_carets() {
    fields("  rtt: 1ms\n  loss: 140%\n").get(LOSS);

    assertThat(complaints.unlessAny(() -> "").faults().getFirst().rendered())
        .isEqualTo(
            """
            mine.yaml:2:9: loss: 140% is no probability; expected 0% to 100%
                loss: 140%
                      ^^^^\
            """);
  }

  @Test
  void a_list_in_place_of_a_mapping_is_refused() {
    fields("[1, 2]").get(RTT);

    assertThat(complaints.unlessAny(() -> "").faults())
        .extracting(Complaint::headline)
        .containsExactly("mine.yaml:1:1: network: a list is no mapping; expected keys with values");
  }

  @Test
  void a_name_in_no_list_is_refused_with_the_nearest() {
    fields("tcp: onn").find("tcp", Readers.SWITCH);

    assertThat(complaints.unlessAny(() -> "").faults().getFirst().headline())
        .isEqualTo(
            "mine.yaml:1:6: tcp: onn is not known here; expected on or off; did you mean on?");
  }

  private Fields fields(String text) {
    return Fields.of(YamlTest.read(text).toOptional().orElseThrow(), "network", complaints);
  }
}
