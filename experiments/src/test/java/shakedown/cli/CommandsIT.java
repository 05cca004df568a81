package shakedown.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.cli.Shell.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is built, used as a person uses it. */
class CommandsIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"run", "explore", "calibrate", "docs"})
  void every_command_teaches_by_examples(String command) {
    Ended ended = Shell.shakedown(folder, command, "--help").await();

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("Examples:", "./shakedown " + command);
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void a_wrong_command_is_refused_with_the_nearest() {
    Ended ended = Shell.shakedown(folder, "exlpore").await();

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("did you mean explore?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls13-full.yaml", "tls12-full.yaml"})
  void a_full_handshake_is_explored(String scenario) {
    String file = Shell.ROOT.resolve("specs/scenarios").resolve(scenario).toString();

    Ended ended = Shell.shakedown(folder, "explore", file, "--json").await();

    JsonNode json = JsonMapper.shared().readTree(ended.out());
    assertThat(ended.exit()).isZero();
    assertThat(json.get("states").asInt()).isGreaterThan(100);
    assertThat(json.get("complete").asBoolean()).isTrue();
    assertThat(ended.err()).contains("properties hold");
  }

  @Test
  void an_experiment_gives_the_same_octets_whatever_the_jobs() throws IOException {
    Ended one = run("one", "--jobs", "1", "--quiet");
    Ended two = run("two", "--jobs", "3", "--json");

    assertThat(one.exit()).isZero();
    assertThat(two.exit()).isZero();
    assertThat(one.err()).isEmpty();
    assertThat(JsonMapper.shared().readTree(two.out()).get("baseline").asString())
        .isEqualTo("full");
    assertThat(files("one")).isEqualTo(files("two"));
    assertThat(files("one").keySet())
        .contains("results.csv", "summary.json", "manifest.json", "report.html")
        .anyMatch(name -> name.endsWith(".svg"))
        .anyMatch(name -> name.endsWith(".png"))
        .noneMatch(name -> name.contains("unfinished"));
  }

  @Test
  void another_seed_gives_other_results() throws IOException {
    run("one", "--quiet");
    run("two", "--quiet", "--seed", "2");

    assertThat(files("one").get("results.csv")).isNotEqualTo(files("two").get("results.csv"));
  }

  @Test
  void faults_of_a_file_are_shown_at_once_and_nothing_is_written() throws IOException {
    Path config = folder.resolve("mine.yaml");
    Files.writeString(
        config, experiment().replace("loss: 2%", "loss: 140%").replace("jitter", "jiter"));

    Ended ended = Shell.shakedown(folder, "run", "mine.yaml", "--out", "gone").await();

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("mine.yaml:6:22: jiter is no key of network; did you mean jitter?")
        .contains("loss: 140% is no probability; expected 0% to 100%\n")
        .contains("^^^^\n")
        .endsWith("2 faults; nothing was run\n")
        .doesNotContain("Exception");
    assertThat(folder.resolve("gone")).doesNotExist();
  }

  @Test
  void a_run_that_is_interrupted_goes_on_as_if_it_had_not_been() throws Exception {
    String[] much = {"--jobs", "1", "--set", "runs.at-most=40000", "--aggregate"};
    Shell.Running running = start("cut", much);
    while (running.process().isAlive() && blocks("cut") < 2) {
      Thread.sleep(20);
    }
    running.interrupt();
    Ended cut = running.await();
    String[] less = {"--jobs", "2", "--set", "runs.at-most=40000", "--aggregate", "--resume"};
    Ended resumed = start("cut", less).await();
    Ended whole = start("whole", much).await();

    assertThat(cut.exit()).isEqualTo(130);
    assertThat(cut.err()).contains("--resume");
    assertThat(resumed.exit()).isZero();
    assertThat(whole.exit()).isZero();
    assertThat(files("cut")).isEqualTo(files("whole"));
  }

  @Test
  void measured_figures_become_a_profile() throws IOException {
    Files.writeString(folder.resolve("speed.txt"), "+F4:3:256:27061.2:9290.9\n", UTF_8);

    Ended ended = Shell.shakedown(folder, "calibrate", "--from-openssl-speed", "speed.txt").await();

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("sign/ecdsa_secp256r1_sha256: 36953ns");
  }

  private Ended run(String out, String... options) throws IOException {
    return start(out, options).await();
  }

  private Shell.Running start(String out, String... options) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), experiment());
    String[] arguments =
        Stream.concat(Stream.of("run", "mine.yaml", "--out", out), Stream.of(options))
            .toArray(String[]::new);
    return Shell.shakedown(folder, arguments);
  }

  private static String experiment() {
    String chains = Shell.ROOT.resolve("experiments/configs/chains").toString();
    return """
    question: What does resumption save?
    baseline: full
    variants:
      full: {version: 1.3, chain: CHAINS/ecdsa-p256-2.pem}
      resumed: {from: full, resume: psk_dhe_ke}
    network: {rtt: 20ms, jitter: 2ms, rate: 20Mbit/s, loss: 2%}
    workload: {request: 100B, response: 1kB}
    sweep: {network.rtt: [20ms, 50ms]}
    runs: {at-most: 600, seed: 1}
    report:
      - {chart: ecdf, of: time-to-first-byte}
      - {table: [round-trips, client-bytes], against: baseline}
    """
        .replace("CHAINS", chains);
  }

  private int blocks(String out) throws IOException {
    Path unfinished = folder.resolve(out).resolve("unfinished");
    if (!Files.isDirectory(unfinished)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(unfinished)) {
      return Math.toIntExact(files.filter(file -> file.toString().contains("block")).count());
    }
  }

  /** The octets of every file, each as its characters. */
  private ImmutableMap<String, String> files(String out) throws IOException {
    Path start = folder.resolve(out);
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    try (Stream<Path> walk = Files.walk(start)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String octets = new String(Files.readAllBytes(file), ISO_8859_1);
        files.put(start.relativize(file).toString(), octets);
      }
    }
    return files.buildOrThrow();
  }
}
