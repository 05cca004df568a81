package shakedown.report;

import java.util.Comparator;
import java.util.Optional;
import shakedown.measure.Metric;
import shakedown.run.Cell;
import shakedown.run.Estimate;
import shakedown.run.Results;
import shakedown.run.Saving;

/** The answer in one sentence: which variant saves most of the baseline's mean time. */
final class Headline {
  private static final String TIME = Metric.TIME_TO_FIRST_BYTE.jsonName();

  private Headline() {}

  static String of(Results results) {
    Optional<Cell> best =
        results.at(results.base()).stream()
            .filter(cell -> !cell.savings().isEmpty() && Double.isFinite(saving(cell).mean()))
            .max(Comparator.comparingDouble(cell -> saving(cell).mean()));
    String baseline = results.experiment().baseline().name();
    Estimate whole = results.cell(baseline, results.base()).metric(TIME);
    if (!Double.isFinite(whole.mean())) {
      return "no connection of " + baseline + " ever came to its first byte";
    }
    if (results.experiment().variants().size() == 1) {
      return baseline + " takes " + Amount.time(whole.mean()) + " to the first byte on average";
    }
    if (best.isEmpty() || saving(best.get()).mean() <= 0) {
      return "nothing saves time against "
          + baseline
          + ", which takes "
          + Amount.time(whole.mean())
          + " to the first byte on average";
    }
    Saving saving = saving(best.get());
    String range =
        Tables.half(saving) > 0 && Double.isFinite(Tables.half(saving))
            ? ", "
                + Footnotes.percent(results.experiment())
                + " interval "
                + Amount.time(saving.interval().low())
                + " to "
                + Amount.time(saving.interval().high())
            : "";
    return best.get().variant().name()
        + " saves "
        + Amount.time(saving.mean())
        + " of "
        + baseline
        + "’s "
        + Amount.time(whole.mean())
        + " to the first byte on average ("
        + Figures.fixed(100 * saving.mean() / whole.mean(), 0)
        + " %"
        + range
        + ")";
  }

  private static Saving saving(Cell cell) {
    Saving saving = cell.savings().get(TIME);
    if (saving == null) {
      throw new AssertionError(cell.variant().name());
    }
    return saving;
  }
}
