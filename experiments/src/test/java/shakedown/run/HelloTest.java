package shakedown.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.config.Experiment;
import shakedown.config.ExperimentReader;
import shakedown.config.Variant;
import shakedown.tape.Recorder;
import shakedown.tape.Tape;
import shakedown.wire.Role;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

/** A variant whose client says hello as a real one does. */
final class HelloTest {
  private static final Path CHAINS = Path.of("configs/chains");
  private static final Recorder.Talk TALK = new Recorder.Talk(100, 200);

  @TempDir private static Path folder;

  @BeforeAll
  static void copy_a_chain() throws IOException {
    for (String name : ImmutableList.of(".pem", ".key", "-root.pem")) {
      Files.copy(CHAINS.resolve("ecdsa-p256-2" + name), folder.resolve("ecdsa-p256-2" + name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl-3.0", "jdk-25", "chrome-like", "minimal", "measured"})
  void whoever_says_hello_comes_to_an_answer(String hello) throws IOException {
    for (String keys :
        ImmutableList.of(
            "version: 1.3",
            "version: 1.2",
            "version: 1.3, hello-retry: on",
            "version: 1.3, resume: psk_dhe_ke",
            "version: 1.3, resume: psk_dhe_ke, early-data: 1KiB",
            "version: 1.2, resume: ticket",
            "version: 1.2, resume: session-id",
            "version: 1.2, false-start: on")) {
      boolean needsMore = keys.contains("psk") || keys.contains("ticket") || keys.contains("retry");
      if (hello.equals("minimal") && needsMore) {
        continue; // it has one group, and asks for no ticket
      }
      assertThat(tape(hello, keys).octets(Role.SERVER)).as(keys).isPositive();
    }
  }

  @Test
  void a_real_client_offers_more_than_what_is_spoken() throws IOException {
    long plain = tape("plain", "version: 1.3").octets(Role.CLIENT);

    assertThat(tape("measured", "version: 1.3").octets(Role.CLIENT)).isLessThan(plain + 100);
    assertThat(tape("jdk-25", "version: 1.3").octets(Role.CLIENT)).isGreaterThan(plain + 100);
  }

  @Test
  void what_a_client_does_not_offer_cannot_be_chosen() throws IOException {
    assertThat(read("minimal", "version: 1.3, key-exchange: secp256r1").faults())
        .extracting(Complaint::what)
        .containsExactly("hello: minimal does not offer secp256r1");
    assertThat(read("minimal", "hello-retry: on").faults())
        .extracting(Complaint::what)
        .containsExactly("hello: minimal does not offer secp256r1");
    assertThat(read("measured", "suite: TLS_AES_256_GCM_SHA384").faults())
        .extracting(Complaint::what)
        .containsExactly("hello: measured does not offer TLS_AES_256_GCM_SHA384");
  }

  private static Tape tape(String hello, String keys) throws IOException {
    Reading<Experiment> reading = read(hello, keys);
    assertThat(reading.faults()).extracting(Complaint::headline).isEmpty();
    Variant variant = reading.toOptional().orElseThrow().variants().get("it");
    return Rehearsal.tape(requireNonNull(variant), TALK, 1);
  }

  private static Reading<Experiment> read(String hello, String keys) throws IOException {
    Path file = folder.resolve("hello.yaml");
    Files.writeString(
        file,
        """
        question: How long is a hello?
        baseline: it
        variants:
          it: {chain: ecdsa-p256-2.pem, hello: %s, %s}
        network: {rtt: 62ms}
        workload: {request: 100B, response: 200B}
        """
            .formatted(hello, keys));
    return ExperimentReader.read(file, ImmutableList.of());
  }
}
