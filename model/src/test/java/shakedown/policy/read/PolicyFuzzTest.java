package shakedown.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import shakedown.policy.Policy;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

/** Hostile octets: run with {@code JAZZER_FUZZ=1} to fuzz, without to play the corpus. */
class PolicyFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void any_octets_are_a_policy_or_complained_of(byte[] octets) {
    Reading<Policy> reading = PolicyReader.read("fuzz.yaml", octets);

    switch (reading) {
      case Reading.Read<Policy>(Policy policy) -> {
        assertThat(policy.versions()).isNotEmpty();
        assertThat(policy.groups()).containsAll(policy.shares());
      }
      case Reading.Refused<Policy>(ImmutableList<Complaint> complaints) -> {
        assertThat(complaints).isNotEmpty();
        complaints.forEach(complaint -> assertThat(complaint.rendered()).startsWith("fuzz.yaml:"));
      }
    }
  }
}
