package shakedown.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.config.Exhibit;
import shakedown.report.chart.Looks;
import shakedown.run.Results;

/** The charts of an experiment. */
public final class Figurer {
  private Figurer() {}

  /** Those of its report, and where the time went. */
  public static ImmutableList<Figure> figures(Results results) {
    Looks looks =
        Looks.of(results.experiment().baseline().name(), results.experiment().variants().keySet());
    return ImmutableList.<Figure>builder()
        .addAll(
            results.experiment().report().stream()
                .flatMap(exhibit -> figure(results, looks, exhibit).stream())
                .iterator())
        .add(new TimeFigure(results, looks).drawn())
        .build();
  }

  private static Optional<Figure> figure(Results results, Looks looks, Exhibit exhibit) {
    return switch (exhibit) {
      case Exhibit.Ecdf ecdf -> Optional.of(new EcdfFigure(results, looks).of(ecdf.of()));
      case Exhibit.ByAxis byAxis -> Optional.of(new ByAxisFigure(results, looks, byAxis).drawn());
      case Exhibit.Bars bars -> Optional.of(new BarsFigure(results, looks).of(bars));
      case Exhibit.Throughput _ -> new ThroughputFigure(results, looks).drawn();
      case Exhibit.Table _ -> Optional.empty();
    };
  }
}
