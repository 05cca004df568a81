package shakedown.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shakedown.config.Variant.Exchange;
import shakedown.config.Variant.Resume;
import shakedown.net.Loss;
import shakedown.wire.CipherSuite;
import shakedown.wire.KeyType;
import shakedown.wire.Version;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

class ExperimentReaderTest {

  private static final String REST =
      """
      network: {rtt: 62ms, jitter: 9ms, rate: 12Mbit/s, loss: 0.5%}
      """;

  private static final String REST_OF_ALL =
      """
      workload: {request: 400B, response: 14kB, cores: 2, arrivals: {open-loop: [500/s], for: 1s}}
      sweep: {network.rtt: [10ms, 62ms, 100ms], network.loss: [0.5%, 1%]}
      runs: {until: {metric: handshake.p99, relative-error: 1%}, at-most: 500, seed: 7}
      report:
        - {chart: by-axis, axis: network.rtt, of: handshake}
        - {chart: bars, of: [client-bytes, server-cpu]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void chains() throws IOException {
    Files.createDirectories(folder.resolve("chains"));
    for (String name : List.of("rsa.pem", "rsa.key", "ecdsa.pem", "ecdsa.key", "broken.pem")) {
      try (var in = getClass().getResourceAsStream("chains/" + name)) {
        Files.write(folder.resolve("chains").resolve(name), in.readAllBytes());
      }
    }
  }

  @Test
  void an_experiment_of_a_few_lines_is_read() {
    Experiment experiment =
        valid(
            """
            question: How much?
            baseline: full
            variants:
              full: {version: 1.2, chain: chains/ecdsa.pem}
              early: {from: resumed, early-data: 1KiB, early-data-answer: reject}
              resumed: {from: full, version: 1.3, resume: psk_dhe_ke}
            network: {rtt: 62ms, jitter: 9ms, rate: 12Mbit/s, loss: 0.5%, tcp: {fast-open: on}}
            workload:
              {request: 400B, response: 14kB, cores: 2, arrivals: {open-loop: [500/s, 2k/s]}}
            sweep: {network.rtt: [10ms, 62ms, 100ms], network.loss: [0.5%]}
            runs: {until: {metric: handshake.p99, relative-error: 1%}, at-most: 500, seed: 7}
            report:
              - {chart: ecdf, of: time-to-first-byte}
              - {chart: by-axis, axis: network.rtt, of: handshake}
              - {chart: bars, of: [client-bytes, server-cpu]}
              - {chart: throughput}
              - {table: [round-trips, client-bytes], against: baseline}
            """);

    assertThat(experiment.name()).isEqualTo("mine");
    assertThat(experiment.baseline().suite())
        .isEqualTo(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256);
    assertThat(experiment.variants().keySet()).containsExactly("full", "early", "resumed");
    Variant early = requireNonNull(experiment.variants().get("early"));
    assertThat(early.version()).isEqualTo(Version.TLS13);
    assertThat(early.resume()).isEqualTo(Resume.PSK_DHE_KE);
    assertThat(early.earlyData()).isEqualTo(new Variant.EarlyData(1024, false));
    assertThat(early.chain().keyType()).isEqualTo(KeyType.ECDSA_P256);
    assertThat(early.chain().key()).isNotNull();
    assertThat(experiment.base().network().rttNanos()).isEqualTo(62_000_000);
    assertThat(experiment.base().network().tcp().fastOpen()).isTrue();
    assertThat(experiment.base().workload().arrivals().perSecond()).containsExactly(500L, 2000L);
    assertThat(experiment.points())
        .extracting(point -> point.axes().get("network.rtt"))
        .containsExactly(
            new AxisValue("62ms", 62e6),
            new AxisValue("10ms", 10e6),
            new AxisValue("100ms", 100e6));
    assertThat(experiment.runs().until().measure())
        .isEqualTo(new Measure("handshakeNanos", Measure.Statistic.P99));
    assertThat(experiment.report()).hasSize(5);
  }

  @Test
  void a_network_has_a_name_and_a_setting_changes_one_key_of_it() {
    String text = minimal("version: 1.3").replace(REST, "network: satellite\n");

    Experiment experiment = read(text, "network.rtt=80ms").toOptional().orElseThrow();

    assertThat(experiment.base().network().rttNanos()).isEqualTo(80_000_000);
    assertThat(experiment.base().network().toServer().loss()).isEqualTo(new Loss.Bernoulli(0.01));
  }

  @Test
  void a_setting_at_fault_is_shown() {
    assertThat(read(minimal("version: 1.3"), "network.rtt=80").faults().getFirst().rendered())
        .isEqualTo(
            """
            --set:1:13: rtt: 80 has no unit; expected a duration with its unit, as 60ms or 1.5s
                network.rtt=80
                            ^^\
            """);
    assertThat(read(minimal("version: 1.3"), "network.rtts=80ms").faults())
        .extracting(Complaint::suggestion)
        .containsExactly("rtt");
    assertThat(read(minimal("version: 1.3"), "rtt").faults()).hasSize(1);
  }

  @Test
  void all_faults_of_a_file_are_found_at_once() {
    assertThat(
            headlines(
                """
                question: What?
                baseline: ful
                variants:
                  full: {version: 1.4, chain: chains/ecdsa.pem}
                  other: {from: fulll, hello: chrome}
                  gone: {chain: chains/gone.pem}
                  broken: {chain: chains/broken.pem}
                network: {rtts: 6ms, loss: 140%, tcp: {congestion: cubic}}
                sweeps: {}
                """))
        .containsExactly(
            "mine.yaml:2:11: baseline: there is no variant ful; expected one of full, other, gone,"
                + " broken; did you mean full?",
            "mine.yaml:4:19: version: 1.4 is not known here; expected 1.2, 1.3; did you mean 1.2?",
            "mine.yaml:5:17: from: there is no variant fulll; expected the name of another variant;"
                + " did you mean full?",
            "mine.yaml:6:17: chain: chains/gone.pem: no such file; expected a PEM file of"
                + " certificates, leaf first, as a web server is given",
            "mine.yaml:7:19: chain: chains/broken.pem: nothing in it; expected a PEM file of"
                + " certificates, leaf first, as a web server is given",
            "mine.yaml:8:10: network has no rtt; expected the key rtt",
            "mine.yaml:8:11: rtts is no key of network; did you mean rtt?",
            "mine.yaml:8:28: loss: 140% is no probability; expected 0% to 100%",
            "mine.yaml:8:40: congestion of tcp is not yet known",
            "mine.yaml:9:1: sweeps is no key of the experiment; did you mean sweep?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1.3, false-start: on | false-start: TLS 1.3 has none",
        "version: 1.3, early-data: 1KiB | early-data: no session is resumed",
        "version: 1.2, hello-retry: on | hello-retry: TLS 1.2 has none",
        "version: 1.3, resume: session-id | resume: TLS 1.3 resumes by pre-shared keys",
        "version: 1.2, resume: psk_dhe_ke | resume: TLS 1.2 does not resume so",
        "version: 1.3, resume: psk_ke | resume: psk_ke is not yet known",
        "version: 1.3, key-exchange: rsa | key-exchange: TLS 1.3 has no RSA key transport",
        "version: 1.2, key-exchange: rsa | key-exchange: the chain's leaf has no RSA key",
        "version: 1.2, certificate-compression: zlib | certificate-compression: TLS 1.2 has none",
        "version: 1.2, false-start: on, resume: ticket | false-start: a resumed client",
        "version: 1.3, early-data-answer: reject | early-data-answer: there is no early data",
        "version: 1.3, suite: TLS_RSA_WITH_AES_128_GCM_SHA256 | suite: TLS_RSA_WITH_AES_128_GCM",
        "version: 1.3, client-chain: x.pem | client-chain of variant full is not yet known",
      })
  void what_no_handshake_can_be_is_refused(String keys, String complaint) {
    assertThat(headlines(minimal(keys))).hasSize(1).first().asString().contains(": " + complaint);
  }

  @Test
  void an_inherited_key_that_cannot_be_is_refused_where_it_stands() {
    String text =
        """
        question: What?
        baseline: a
        variants:
          a:
            chain: chains/ecdsa.pem
            hello-retry: on
          b: {from: a, version: 1.2}
        network: mobile
        """;

    assertThat(headlines(text))
        .containsExactly(
            "mine.yaml:6:18: hello-retry: TLS 1.2 has none; expected version 1.3, or off");
  }

  @Test
  void variants_that_inherit_in_a_ring_are_refused() {
    String text =
        """
        question: What?
        baseline: a
        variants:
          a: {from: b}
          b: {from: a}
        network: mobile
        """;

    assertThat(headlines(text)).hasSize(2).allMatch(line -> line.contains("inherit in a ring"));
  }

  @Test
  void a_swept_key_needs_a_value_of_its_own() {
    assertThat(headlines(minimal("version: 1.3") + "sweep: {network.mtu: [1500B]}\n"))
        .containsExactly(
            "mine.yaml:6:22: network.mtu: has no value of its own; expected network.mtu outside of"
                + " sweep: it holds wherever that key is no axis");
  }

  @Test
  void a_value_of_a_sweep_is_refused_in_its_place() {
    assertThat(headlines(minimal("version: 1.3") + "sweep: {network.rtt: [10ms, 20]}\n"))
        .containsExactly(
            "mine.yaml:6:29: rtt: 20 has no unit; expected a duration with its unit, as 60ms or"
                + " 1.5s");
  }

  @Test
  void a_chart_of_what_is_not_measured_is_refused() {
    String report =
        """
        report:
          - {chart: by-axis, axis: network.rtt, of: handshake}
          - {chart: throughput}
          - {chart: pie}
          - {chart: ecdf, of: time-to-first-bite}
          - {table: [handshake.p98]}
        """;

    assertThat(headlines(minimal("version: 1.3") + report)).hasSize(5);
  }

  @Test
  void rsa_key_transport_goes_with_an_rsa_chain() {
    String text = minimal("version: 1.2, key-exchange: rsa").replace("ecdsa.pem", "rsa.pem");

    assertThat(valid(text).baseline())
        .extracting(Variant::exchange, Variant::suite)
        .containsExactly(Exchange.RSA, CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256);
  }

  @Test
  void a_garbled_experiment_is_read_or_complained_of_and_never_a_fault_of_ours() {
    Random random = new Random(1);
    String tokens = "0123456789.%-:{}[]&*!?#|>'\"@ \nabmnst";
    String original = minimal("resume: psk_dhe_ke, early-data: 1KiB") + REST_OF_ALL;

    for (int i = 0; i < 300; i++) {
      StringBuilder garbled = new StringBuilder(original);
      for (int j = 0; j <= i % 4; j++) {
        int at = random.nextInt(garbled.length());
        int end = Math.min(garbled.length(), at + random.nextInt(4));
        char other = tokens.charAt(random.nextInt(tokens.length()));
        garbled.replace(at, end, String.valueOf(other));
      }
      assertThat(read(garbled.toString()).faults())
          .allSatisfy(fault -> assertThat(fault.rendered()).contains("mine.yaml:"));
    }
  }

  private static String minimal(String keys) {
    return "question: What?\nbaseline: full\nvariants:\n  full: {chain: chains/ecdsa.pem, "
        + keys
        + "}\n"
        + REST;
  }

  private Experiment valid(String text) {
    Reading<Experiment> reading = read(text);
    assertThat(reading.faults()).extracting(Complaint::headline).isEmpty();
    return reading.toOptional().orElseThrow();
  }

  private List<String> headlines(String text) {
    return read(text).faults().stream()
        .map(complaint -> complaint.headline().replace(folder + "/", ""))
        .toList();
  }

  private Reading<Experiment> read(String text, String... settings) {
    try {
      Path file = folder.resolve("mine.yaml");
      Files.write(file, text.getBytes(UTF_8));
      return ExperimentReader.read(file, ImmutableList.copyOf(settings));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
