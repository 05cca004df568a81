package shakedown.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Joiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shakedown.calibrate.Calibration;
import shakedown.calibrate.HandshakeTimes;
import shakedown.calibrate.ProfileWriter;
import shakedown.config.ExperimentReader;
import shakedown.host.CostProfile;
import shakedown.run.MachineTapes;
import shakedown.yaml.Reading;
import shakedown.yaml.Source;
import tools.jackson.databind.json.JsonMapper;

/** {@code calibrate}: from measured operations to a cost profile. */
@Command(
    name = "calibrate",
    description = {
      "Makes a cost profile, which says how long a machine computes, of what openssl measured"
          + " there.",
      "What it prints is a file for 'workload: {server: FILE}' of an experiment. The costs of",
      "messages, beside those of operations, are not in such figures: they come from the CPU time",
      "of whole handshakes, where there are such figures."
    },
    footer = {
      "",
      "Examples:",
      "  openssl speed -mr rsa2048 ecdsap256 ecdhx25519 ecdhp256 ed25519 > speed.txt",
      "  for a in sha256 aes-128-gcm chacha20-poly1305; do openssl speed -mr -evp $a; done >>"
          + " speed.txt",
      "  ./shakedown calibrate --from-openssl-speed speed.txt --name mine -o profiles/mine.yaml",
      "With the CPU time of handshakes, each a variant of an experiment:",
      "  ./shakedown calibrate --from-openssl-speed speed.txt --from-handshakes handshakes.csv"
          + " --of handshakes.yaml"
    })
final class Calibrate implements Callable<Integer> {

  private static final int MOST_OCTETS = 1 << 22;

  private final Terminal terminal;

  @Option(
      names = "--from-openssl-speed",
      paramLabel = "FILE",
      required = true,
      description = "What 'openssl speed' printed, with -mr or without. Repeatable.")
  private List<Path> files = List.of();

  @Option(
      names = "--from-handshakes",
      paramLabel = "FILE",
      description = "CPU time of handshakes: lines of variant,client_cpu_us,server_cpu_us.")
  private @Nullable Path handshakes;

  @Option(
      names = "--of",
      paramLabel = "CONFIG",
      description = "The experiment whose variants these handshakes are.")
  private @Nullable Path experiment;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "calibrated",
      description = "What experiments call it.")
  private String name = "calibrated";

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "The CPU and the version of OpenSSL, to be kept with the figures.")
  private @Nullable String source;

  @Option(names = "-o", paramLabel = "FILE", description = "Where to write; else it is printed.")
  private @Nullable Path output;

  @Mixin private Common common = new Common();

  Calibrate(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      try {
        if (Files.size(file) > MOST_OCTETS) {
          return Faults.show(terminal, file + " is too large for what openssl speed prints");
        }
        text.append(Files.readString(file, ISO_8859_1)).append('\n');
      } catch (IOException e) {
        return Faults.show(terminal, file + " cannot be read");
      }
    }
    String from =
        source == null ? "openssl speed, read from " + Joiner.on(", ").join(files) : source;
    Optional<CostProfile> operations = Calibration.fromOpenSslSpeed(text.toString(), name, from);
    if (operations.isEmpty()) {
      return Faults.show(
          terminal,
          files + " has no figure of openssl speed; expected lines as +F4:3:256:27061:9290");
    }
    return switch (withMessages(operations.get())) {
      case Reading.Read(CostProfile profile) -> write(profile);
      case Reading.Refused(var complaints) ->
          Faults.show(terminal, complaints, "nothing was written");
    };
  }

  private Reading<CostProfile> withMessages(CostProfile operations) {
    if (handshakes == null || experiment == null) {
      return Reading.of(operations);
    }
    Source times = Source.of(handshakes.toString(), text(handshakes));
    return ExperimentReader.read(experiment, List.of())
        .then(of -> HandshakeTimes.addTo(operations, times, of, new MachineTapes(1)));
  }

  /** Nothing where the file cannot be read, which is no table of handshakes. */
  private static String text(Path file) {
    try {
      return Files.size(file) > MOST_OCTETS ? "" : Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private int write(CostProfile profile) {
    String yaml = ProfileWriter.yaml(profile);
    try {
      if (output != null) {
        Files.write(output, yaml.getBytes(UTF_8));
      }
    } catch (IOException e) {
      return Faults.show(terminal, output + " cannot be written");
    }
    if (common.json()) {
      terminal.out().println(JsonMapper.shared().writeValueAsString(profile.operations()));
    } else if (output == null) {
      terminal.out().print(yaml);
    } else {
      terminal.out().println(profile.operations().size() + " operations    " + output);
    }
    return Exit.AS_EXPECTED;
  }
}
