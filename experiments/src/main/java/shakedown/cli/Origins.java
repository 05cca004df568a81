package shakedown.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import shakedown.calibrate.ProfileWriter;
import shakedown.config.Experiment;
import shakedown.config.Variant;
import shakedown.report.Origin;
import shakedown.wire.Octets;

/** What makes results again: digests of all that was read, and the command. */
final class Origins {

  static final String VERSION = "0.1.0";

  private Origins() {}

  static Origin of(Path config, Experiment experiment, ImmutableList<String> settings)
      throws IOException {
    StringBuilder command = new StringBuilder("./shakedown run ").append(shown(config));
    settings.forEach(setting -> command.append(" --set ").append(setting));
    return new Origin(digest(config, experiment, settings), VERSION, command.toString());
  }

  private static String digest(Path config, Experiment experiment, ImmutableList<String> settings)
      throws IOException {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putBytes(Files.readAllBytes(config));
    settings.forEach(setting -> hasher.putString("\n--set " + setting, UTF_8));
    for (Variant variant : experiment.variants().values()) {
      variant.chain().chain().forEach(each -> hasher.putBytes(Octets.bytes(each)));
    }
    experiment.points().stream()
        .flatMap(
            point ->
                ImmutableList.of(point.workload().client(), point.workload().server()).stream())
        .distinct()
        .forEach(profile -> hasher.putString(ProfileWriter.yaml(profile), UTF_8));
    return hasher.hash().toString();
  }

  /** The same wherever the repository lies and the command was typed. */
  private static String shown(Path config) {
    String home = System.getProperty("shakedown.home", "");
    Path absolute = config.toAbsolutePath().normalize();
    return !home.isEmpty() && absolute.startsWith(home)
        ? Path.of(home).relativize(absolute).toString()
        : absolute.getFileName().toString();
  }
}
