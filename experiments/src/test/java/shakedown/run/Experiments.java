package shakedown.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import shakedown.config.Experiment;
import shakedown.config.ExperimentReader;
import shakedown.yaml.Reading;

/** Small experiments for tests. */
public final class Experiments {
  private static final String YAML =
      """
      question: How much does each shortcut <b>save</b>?
      baseline: full
      variants:
        full: {version: 1.2, chain: chain.pem}
        resumed: {version: 1.3, chain: chain.pem}
        early: {version: 1.3, chain: chain.pem}
      network: {rtt: 50ms, jitter: 5ms, rate: 10Mbit/s, loss: 2%}
      workload:
        client: costs.yaml
        server: costs.yaml
        request: 400B
        response: 2kB
        arrivals: {open-loop: [200/s, 600/s], for: 200ms}
      sweep: {network.rtt: [10ms, 100ms]}
      runs: {at-most: 600, seed: 7}
      report:
        - {chart: by-axis, axis: network.rtt, of: time-to-first-byte.p50}
        - {chart: ecdf, of: time-to-first-byte}
        - {chart: bars, of: [client-bytes, server-bytes, client-cpu, server-cpu]}
        - {chart: throughput}
        - {table: [round-trips, time-to-first-byte.p99], against: baseline}
      """;

  private static final String COSTS =
      """
      name: slow
      source: made up
      operations: {}
      messages:
        client: {Certificate: 900us}
        server: {Certificate: 1ms, ClientHello: 200us}
      """;

  private Experiments() {}

  /** Three variants at three points, with keys set as on the command line. */
  public static Experiment small(Path folder, String... settings) throws IOException {
    Path file = folder.resolve("small.yaml");
    Files.copy(
        Path.of("configs/chains/ecdsa-p256-2.pem"),
        folder.resolve("chain.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.write(folder.resolve("costs.yaml"), COSTS.getBytes(UTF_8));
    Files.write(file, YAML.getBytes(UTF_8));
    Reading<Experiment> reading = ExperimentReader.read(file, List.of(settings));
    return switch (reading) {
      case Reading.Read<Experiment> read -> read.value();
      case Reading.Refused<Experiment> refused ->
          throw new AssertionError(refused.complaints().toString());
    };
  }
}
