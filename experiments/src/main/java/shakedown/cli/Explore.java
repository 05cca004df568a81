package shakedown.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shakedown.explore.Bounds;
import shakedown.explore.Progress;
import shakedown.world.Exploration;
import shakedown.world.Report;
import shakedown.world.Scenario;
import shakedown.world.ScenarioReader;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

/** {@code explore}: every state of a scenario, held against what is promised. */
@Command(
    name = "explore",
    description = {
      "Visits every state that a client and a server can reach, whatever the network does, and"
          + " holds",
      "each against what the RFCs promise. What fails is shown on a shortest way."
    },
    footer = {
      "",
      "Examples:",
      "  ./shakedown explore specs/scenarios/tls13-full.yaml",
      "  ./shakedown explore specs/scenarios/tls13-full.yaml --json --quiet",
      "  ./shakedown explore specs/scenarios/tls13-full.yaml --max-depth 5",
      "",
      "Exit codes: 0 all verdicts as the scenario expects, 1 not so, 2 bad input, 130 interrupted."
    })
final class Explore implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "SCENARIO", description = "A file as those in specs/scenarios.")
  private Path scenario = Path.of("");

  @Option(
      names = "--max-states",
      paramLabel = "N",
      description = "End after the level in which so many states are passed.")
  private long maxStates = Bounds.NONE.maxStates();

  @Option(names = "--max-depth", paramLabel = "N", description = "End at so many steps.")
  private int maxDepth = Bounds.NONE.maxDepth();

  @Mixin private Common common = new Common();

  private long peakBytes;

  Explore(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (maxStates < 1 || maxDepth < 0) {
      return Faults.show(terminal, "--max-states wants 1 or more, --max-depth 0 or more");
    }
    return switch (ScenarioReader.read(scenario)) {
      case Reading.Refused<Scenario>(ImmutableList<Complaint> faults) ->
          Faults.show(terminal, faults, "nothing was explored");
      case Reading.Read<Scenario>(Scenario read) -> explore(read);
    };
  }

  private int explore(Scenario read) {
    ProgressLine line = new ProgressLine(terminal, common.quiet());
    try {
      Bounds bounds = new Bounds(maxStates, maxDepth);
      Report report = Exploration.explore(read, bounds, progress -> show(line, progress));
      line.clear();
      print(report, line.seconds());
      return report.asExpected() ? Exit.AS_EXPECTED : Exit.NOT_AS_EXPECTED;
    } catch (OutOfMemoryError e) {
      line.clear();
      terminal.err().println("shakedown: memory ran out; try --max-states or --max-depth");
      return Exit.NOT_AS_EXPECTED;
    }
  }

  private void print(Report report, double seconds) {
    ExploreText text = new ExploreText(terminal, scenario, report, seconds);
    if (common.json()) {
      terminal.out().println(ExploreJson.of(report, seconds, peakBytes));
    }
    text.print(common.json() ? terminal.err() : terminal.out());
  }

  private void show(ProgressLine line, Progress progress) {
    peakBytes = Math.max(peakBytes, progress.bytes());
    line.show(
        String.format(
            Locale.ROOT,
            "level %d   %,d states   %,.0f/s   queue %,d   %.1f MiB   %s",
            progress.level(),
            progress.states(),
            progress.states() / Math.max(0.001, line.seconds()),
            progress.frontier(),
            progress.bytes() / 1048576.0,
            line.clock()));
  }
}
