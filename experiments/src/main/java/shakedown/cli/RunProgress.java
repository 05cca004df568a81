package shakedown.cli;

import java.util.Locale;
import shakedown.config.Experiment;
import shakedown.run.Progress;

/** How far a run is, and how long it will take if the rest goes as fast. */
final class RunProgress implements Progress {

  private final ProgressLine line;
  private final int points;
  private final int atMost;
  private double replicatedSeconds;

  RunProgress(ProgressLine line, Experiment experiment) {
    this.line = line;
    points = experiment.points().size();
    atMost = experiment.runs().atMost();
  }

  @Override
  public void blockDone(int point, int replications) {
    double done = (point + Math.min(1, replications / (double) atMost)) / points;
    replicatedSeconds = line.seconds();
    double left = replicatedSeconds * (1 - done) / done;
    line.show(
        String.format(
            Locale.ROOT,
            "point %d of %d   %,d of at most %,d replications   %s, %s to go",
            point + 1,
            points,
            Math.min(replications, atMost),
            atMost,
            line.clock(),
            ProgressLine.clock(left)));
  }

  @Override
  public void loadDone(int done, int of) {
    double left = (line.seconds() - replicatedSeconds) * (of - done) / done;
    line.show(
        String.format(
            Locale.ROOT,
            "loaded server, %d of %d loads   %s, %s to go",
            done,
            of,
            line.clock(),
            ProgressLine.clock(left)));
  }

  void clear() {
    line.clear();
  }
}
