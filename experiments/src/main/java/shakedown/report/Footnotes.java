package shakedown.report;

import java.util.IntSummaryStatistics;
import java.util.List;
import shakedown.config.Experiment;
import shakedown.config.Point;
import shakedown.run.Cell;
import shakedown.run.Results;

/** What stands under a chart: what a point is, how many samples, which interval. */
final class Footnotes {
  private Footnotes() {}

  static String of(Results results, String point) {
    return "One point is "
        + point
        + " of "
        + replications(results.cells())
        + " simulated connections; the band is its "
        + percent(results.experiment())
        + " interval. "
        + same(results);
  }

  static String same(Results results) {
    return "Every variant met the same networks (seed " + results.experiment().runs().seed() + ").";
  }

  static String percent(Experiment experiment) {
    return Figures.plain(experiment.runs().until().confidence() * 100) + " %";
  }

  static String replications(Results results, Point point) {
    return replications(results.at(point));
  }

  private static String replications(List<Cell> cells) {
    IntSummaryStatistics counts =
        cells.stream().mapToInt(cell -> cell.samples().count()).summaryStatistics();
    String most = Figures.plain(counts.getMax());
    return counts.getMin() == counts.getMax()
        ? most
        : Figures.plain(counts.getMin()) + " to " + most;
  }
}
