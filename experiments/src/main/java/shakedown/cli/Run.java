package shakedown.cli;

import com.google.common.collect.ImmutableList;
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
import shakedown.run.BlockStore;
import shakedown.run.Job;
import shakedown.run.MachineTapes;
import shakedown.run.ReplayBench;
import shakedown.run.Results;
import shakedown.run.Unfinished;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

/** {@code run}: an experiment, from its file to results, charts and a report. */
@Command(
    name = "run",
    description = {
      "Replays the handshakes of an experiment on its network, and says what each variant saves.",
      "Every key that an experiment may have is in experiments/configs/reference.yaml."
    },
    footer = {
      "",
      "Examples:",
      "  ./shakedown run experiments/configs/optimisations.yaml",
      "  ./shakedown run experiments/configs/optimisations.yaml --set network.rtt=180ms",
      "  ./shakedown run mine.yaml --set network=satellite --out results/satellite --seed 2",
      "",
      "Exit codes: 0 done, 2 bad input (nothing was written), 130 interrupted (go on with"
          + " --resume)."
    })
final class Run implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "CONFIG", description = "A file as those in experiments/configs.")
  private Path config = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go; results/NAME unless said.")
  private @Nullable Path out;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A key of the experiment, as network.rtt=80ms. Repeatable.")
  private List<String> settings = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of all that is random, in place of runs.seed.")
  private @Nullable Long seed;

  @Option(
      names = "--until-error",
      paramLabel = "X",
      description = "Enough when the interval is so small a share, as 1%%.")
  private @Nullable String untilError;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Threads; they change nothing but the time.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--resume", description = "Go on with what an interrupted run left in DIR.")
  private boolean resume;

  @Option(
      names = "--aggregate",
      description = "results.csv has a row a variant and point, not one a replication.")
  private boolean aggregate;

  @Option(names = "--samples", description = "summary.json has every sample.")
  private boolean samples;

  @Mixin private Common common = new Common();

  Run(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      return Faults.show(terminal, "--jobs wants 1 or more");
    }
    return switch (ExperimentReader.read(config, allSettings())) {
      case Reading.Refused<Experiment>(ImmutableList<Complaint> faults) ->
          Faults.show(terminal, faults, "nothing was run");
      case Reading.Read<Experiment>(Experiment experiment) -> run(experiment);
    };
  }

  private int run(Experiment experiment) throws IOException {
    Path folder = out == null ? Path.of("results", experiment.name()) : out;
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      return Faults.show(terminal, folder + " is no folder; results want one");
    }
    Origin origin = Origins.of(config, experiment, allSettings());
    Unfinished unfinished =
        Unfinished.in(
            folder,
            origin.configDigest() + " " + experiment.runs().seed() + " " + origin.version());
    if (resume && unfinished.isThere() && !unfinished.isSame()) {
      return Faults.show(
          terminal,
          "what is unfinished in "
              + folder
              + " is of another configuration, seed or version; run without --resume");
    }
    ReplayBench bench = bench(experiment);
    try {
      bench.prepare(experiment);
    } catch (IllegalArgumentException e) {
      // What only playing a handshake shows: a profile without the price of an operation.
      return Faults.show(terminal, e.getMessage() + "; nothing was written");
    }
    Results results = results(experiment, bench, unfinished.open(resume), folder);
    Content content = new Content(aggregate ? Rows.AGGREGATES : Rows.REPLICATIONS, samples);
    ImmutableList<String> charts = new ResultFolder(folder, content).write(results, origin);
    unfinished.discard();
    show(new RunText(results, folder, config, charts));
    return Exit.AS_EXPECTED;
  }

  private static ReplayBench bench(Experiment experiment) {
    long seed = experiment.runs().seed();
    return new ReplayBench(new MachineTapes(seed), seed);
  }

  private Results results(Experiment experiment, ReplayBench bench, BlockStore store, Path folder) {
    RunProgress progress = new RunProgress(new ProgressLine(terminal, common.quiet()), experiment);
    Thread hint =
        new Thread(
            () -> {
              progress.clear();
              terminal.err().println("interrupted; --resume goes on with what is in " + folder);
              terminal.err().flush();
            });
    Runtime.getRuntime().addShutdownHook(hint);
    try {
      return new Job(jobs, store, progress).run(experiment, bench);
    } finally {
      Runtime.getRuntime().removeShutdownHook(hint);
      progress.clear();
    }
  }

  private void show(RunText text) {
    if (common.json()) {
      terminal.out().print(text.json(samples));
    }
    (common.json() ? terminal.err() : terminal.out()).print(text.people());
  }

  private ImmutableList<String> allSettings() {
    List<String> all = new ArrayList<>(settings);
    if (seed != null) {
      all.add("runs.seed=" + seed);
    }
    if (untilError != null) {
      all.add("runs.until.relative-error=" + untilError);
    }
    return ImmutableList.copyOf(all);
  }
}
