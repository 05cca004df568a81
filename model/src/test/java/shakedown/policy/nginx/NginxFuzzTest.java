package shakedown.policy.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

/** Hostile octets: run with {@code JAZZER_FUZZ=1} to fuzz, without to play the corpus. */
class NginxFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void any_octets_are_read_or_complained_of(byte[] octets) {
    Reading<NginxConfig> reading = NginxReader.read("fuzz.conf", octets);

    switch (reading) {
      case Reading.Read<NginxConfig>(NginxConfig config) -> {
        config.notes().forEach(NginxFuzzTest::render);
        config.servers().forEach(server -> server.notes().forEach(NginxFuzzTest::render));
      }
      case Reading.Refused<NginxConfig>(ImmutableList<Complaint> complaints) -> {
        assertThat(complaints).isNotEmpty();
        complaints.forEach(NginxFuzzTest::render);
      }
    }
  }

  private static void render(Complaint complaint) {
    assertThat(complaint.rendered()).startsWith("fuzz.conf:");
    assertThat(complaint.rendered().chars().filter(c -> c != '\n'))
        .noneMatch(Character::isISOControl);
  }
}
