package shakedown.cli;

import java.util.Locale;
import shakedown.config.Experiment;
import shakedown.run.Progress;

/** How far a run is, and how long it will take if the rest goes as fast. */
final class RunProgress implements Progress {

  private final ProgressLine line;
  private final int points;
  private final int atMost;

  RunProgress(ProgressLine line, Experiment experiment) {
    this.line = line;
    points = experiment.points().size();
    atMost = experiment.runs().atMost();
  }

  @Override
  public void blockDone(int point, int replications) {
    double done = (point + Math.min(1, replications / (double) atMost)) / points;
    double left = line.seconds() * (1 - done) / done;
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
    line.show(
        String.format(Locale.ROOT, "loaded server, %d of %d loads   %s", done, of, line.clock()));
  }

  void clear() {
    line.clear();
  }
}
