package shakedown.cli;

import java.util.Locale;
import shakedown.config.Experiment;
import shakedown.run.Progress;

/** How far a run is, and how long it will take at most. */
final class RunProgress implements Progress {
  private final Experiment experiment;
  private final ProgressLine line;

  RunProgress(Experiment experiment, ProgressLine line) {
    this.experiment = experiment;
    this.line = line;
  }

  @Override
  public void blockDone(int point, int replications) {
    int points = experiment.points().size();
    double share = (point + (double) replications / experiment.runs().atMost()) / points;
    double left = line.seconds() * (1 - share) / share;
    line.show(
        String.format(
            Locale.ROOT,
            "point %d of %d   %,d of at most %,d connections a variant   %s   about %s left",
            point + 1,
            points,
            Math.min(replications, experiment.runs().atMost()),
            experiment.runs().atMost(),
            line.clock(),
            ProgressLine.clock(left)));
  }

  @Override
  public void loadDone(int done, int of) {
    line.show(
        String.format(Locale.ROOT, "loaded server   %d of %d loads   %s", done, of, line.clock()));
  }

  /** Takes the line away. */
  void end() {
    line.clear();
  }
}
