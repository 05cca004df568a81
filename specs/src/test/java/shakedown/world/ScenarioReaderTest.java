package shakedown.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

class ScenarioReaderTest {
  private static final String SERVER = "  - server: {name: a.example, versions: [1.3]}\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_party_differs_from_the_default_in_what_is_said() throws IOException {
    Scenario scenario =
        read("""
        question: Why
        parties:
          - client: {server-name: a.example, versions: [1.2], groups: [secp256r1], tickets: off}
        """
                + SERVER
                + "flaw: {server: {waives: [signature-covers-transcript]}}\n")
            .toOptional()
            .orElseThrow();

    assertThat(scenario.client().policy().versions()).containsExactly(Version.TLS12);
    assertThat(scenario.client().policy().shares()).containsExactly(NamedGroup.SECP256R1);
    assertThat(scenario.client().policy().has(Option.TICKETS)).isFalse();
    assertThat(scenario.server().policy().has(Option.TICKETS)).isTrue();
    assertThat(scenario.server().rules().enforces(Rule.SIGNATURE_COVERS_TRANSCRIPT)).isFalse();
    assertThat(scenario.client().rules().enforces(Rule.SIGNATURE_COVERS_TRANSCRIPT)).isTrue();
  }

  @Test
  void all_faults_of_a_file_are_complained_of_at_once() throws IOException {
    assertThat(
            faults(
                """
                question: Why
                parties:
                  - client: {server-name: a.example, version: [1.3]}
                  - server: {name: a.example, versions: [1.4]}
                network: {kind: lossy}
                flaw: {client: {waives: [message-parses]}}
                expect: {no-deadlocks: holds}
                at-most: {data: 1}
                """))
        .containsExactly(
            "3: version is no key of the client",
            "4: versions: 1.4 is not known here",
            "5: kind: lossy is not known here",
            "6: waives: message-parses is not known here",
            "7: no-deadlocks is no key of expect",
            "8: at-most of a scenario is not yet known");
  }

  @Test
  void a_scenario_wants_one_client_and_one_server() throws IOException {
    assertThat(faults("question: Why\nparties:\n" + SERVER + SERVER))
        .containsExactly(
            "3: parties: 0 of them are a client", "3: parties: 2 of them are a server");
  }

  @Test
  void a_client_means_some_server() throws IOException {
    assertThat(faults("question: Why\nparties:\n  - client: {versions: [1.3]}\n" + SERVER))
        .containsExactly("3: the client has no server-name");
  }

  @Test
  void a_ticket_of_tls13_is_not_offered_to_tls12() throws IOException {
    assertThat(
            faults(
                """
                question: Why
                parties:
                  - client: {server-name: a.example, resume: ticket}
                """
                    + SERVER))
        .containsExactly("3: resume: ticket belongs to TLS 1.2, and these parties speak TLS 1.3");
  }

  private ImmutableList<String> faults(String text) throws IOException {
    return read(text).faults().stream()
        .map(ScenarioReaderTest::told)
        .collect(ImmutableList.toImmutableList());
  }

  private static String told(Complaint complaint) {
    return complaint.line() + ": " + complaint.what();
  }

  private Reading<Scenario> read(String text) throws IOException {
    Path file = folder.resolve("made.yaml");
    Files.writeString(file, text);
    return ScenarioReader.read(file);
  }
}
