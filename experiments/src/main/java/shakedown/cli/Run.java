package shakedown.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shakedown.config.Experiment;
import shakedown.config.ExperimentReader;
import shakedown.report.Origin;
import shakedown.report.ResultFolder;
import shakedown.report.ResultFolder.Content;
import shakedown.report.ResultFolder.Rows;
import shakedown.report.SummaryJson;
import shakedown.run.Job;
import shakedown.run.MachineTapes;
import shakedown.run.Results;
import shakedown.run.Unfinished;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

/** {@code run}: measures the handshakes of an experiment on its network. */
@Command(
    name = "run",
    description = {
      "Measures handshakes on a network that you describe, and writes a report.",
      "Same configuration and seed, same results, whatever the number of threads."
    },
    footer = {
      "",
      "Examples:",
      "  ./shakedown run experiments/configs/optimisations.yaml",
      "  ./shakedown run experiments/configs/optimisations.yaml --set network.rtt=180ms --out slow",
      "  ./shakedown run experiments/configs/optimisations.yaml --until-error 1%%",
      "",
      "Exit codes: 0 done, 2 bad input, 130 interrupted (what is there goes on with --resume)."
    })
final class Run implements Callable<Integer> {
  private static final String VERSION = "0.1.0";

  private final Terminal terminal;

  @Parameters(paramLabel = "CONFIG", description = "A file as those in experiments/configs.")
  private Path config = Path.of("");

  @Option(names = "--out", paramLabel = "DIR", description = "Where results go; else results/NAME.")
  private @Nullable Path out;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "In place of what the file says, as network.rtt=80ms. Repeatable.")
  private List<String> settings = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "The same as --set runs.seed=N.")
  private @Nullable String seed;

  @Option(
      names = "--until-error",
      paramLabel = "X",
      description = "Replicate until half the interval is so small a share of the value, as 1%%.")
  private @Nullable String untilError;

  @Option(names = "--jobs", paramLabel = "N", description = "Threads; else one a processor.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--resume", description = "Go on with a run that was interrupted.")
  private boolean resume;

  @Option(
      names = "--aggregate",
      description = "In results.csv a row a variant and point, not one a replication.")
  private boolean aggregate;

  @Option(names = "--samples", description = "Every value of every metric in summary.json too.")
  private boolean samples;

  @Mixin private Common common = new Common();

  Run(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      return Faults.show(terminal, "--jobs " + jobs + "; expected 1 or more");
    }
    return switch (ExperimentReader.read(config, allSettings())) {
      case Reading.Refused<Experiment>(ImmutableList<Complaint> faults) ->
          Faults.show(terminal, faults, "nothing was run");
      case Reading.Read<Experiment>(Experiment read) -> begin(read);
    };
  }

  private ImmutableList<String> allSettings() {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    all.addAll(settings);
    if (seed != null) {
      all.add("runs.seed=" + seed);
    }
    if (untilError != null) {
      all.add("runs.until.relative-error=" + untilError);
    }
    return all.build();
  }

  private int begin(Experiment experiment) throws IOException {
    Path folder = out == null ? Path.of("results", experiment.name()) : out;
    Origin origin = origin(experiment);
    Unfinished unfinished = Unfinished.in(folder, origin.configDigest() + " " + VERSION);
    if (resume && unfinished.isThere() && !unfinished.isSame()) {
      return Faults.show(
          terminal,
          unfinished.folder()
              + " is part of a run with another configuration or seed; resume that one, or run"
              + " without --resume to begin anew");
    }
    try {
      return run(experiment, folder, origin, unfinished);
    } catch (IllegalArgumentException e) {
      // As of a cost profile without a price for what this handshake computes.
      unfinished.discard();
      return Faults.show(terminal, String.valueOf(e.getMessage()));
    }
  }

  private int run(Experiment experiment, Path folder, Origin origin, Unfinished unfinished)
      throws IOException {
    RunProgress progress = new RunProgress(experiment, new ProgressLine(terminal, common.quiet()));
    Thread interrupted = Thread.ofPlatform().unstarted(() -> tellHowToResume(origin));
    Job job = new Job(jobs, unfinished.open(resume), progress);
    Runtime.getRuntime().addShutdownHook(interrupted);
    Results results = job.run(experiment, new MachineTapes(experiment.runs().seed()));
    Content content = new Content(aggregate ? Rows.AGGREGATES : Rows.REPLICATIONS, samples);
    ImmutableList<String> charts = new ResultFolder(folder, content).write(results, origin);
    unfinished.discard();
    Runtime.getRuntime().removeShutdownHook(interrupted);
    progress.end();
    if (common.json()) {
      terminal.out().print(new SummaryJson(samples).of(results));
    }
    RunText text = new RunText(terminal, common.json() ? terminal.err() : terminal.out());
    text.print(results, folder, charts, origin);
    return Exit.AS_EXPECTED;
  }

  private void tellHowToResume(Origin origin) {
    terminal.err().println();
    terminal
        .err()
        .println("interrupted; go on with  " + origin.command() + outOption() + " --resume");
    terminal.err().flush();
  }

  private String outOption() {
    return out == null ? "" : " --out " + out;
  }

  private Origin origin(Experiment experiment) throws IOException {
    List<String> command = new ArrayList<>(List.of("./shakedown", "run", config.toString()));
    allSettings().forEach(setting -> command.addAll(List.of("--set", setting)));
    String identity =
        Files.readString(config)
            + "\n"
            + String.join("\n", allSettings())
            + "\n"
            + experiment.base().workload();
    String digest = Hashing.sha256().hashString(identity, UTF_8).toString();
    return new Origin(digest, VERSION, String.join(" ", command));
  }
}
