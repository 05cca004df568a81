package shakedown.report;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import shakedown.report.draw.Png;
import shakedown.report.draw.Svg;
import shakedown.run.Results;
import shakedown.run.Whole;

/** The files of a run. Each is complete or absent; the manifest comes last. */
public final class ResultFolder {
  private final Path folder;
  private final Content content;

  /** What goes into the folder beside the rest. */
  public enum Rows {
    REPLICATIONS,
    AGGREGATES
  }

  /** How much is written. */
  public record Content(Rows rows, boolean samplesInSummary) {}

  public ResultFolder(Path folder, Content content) {
    this.folder = folder;
    this.content = content;
  }

  /** Writes all, and tells the names of the charts, without ending. */
  public ImmutableList<String> write(Results results, Origin origin) throws IOException {
    ImmutableList<Figure> figures = Figurer.figures(results);
    csv(results);
    text("summary.json", new SummaryJson(content.samplesInSummary()).of(results));
    for (Figure figure : figures) {
      text("charts/" + figure.file() + ".svg", Svg.file(figure.drawing()));
      Whole.write(folder.resolve("charts/" + figure.file() + ".png"), Png.octets(figure.drawing()));
    }
    text("report.html", Page.of(results, figures, origin));
    text("manifest.json", ManifestJson.of(results.experiment(), origin));
    return figures.stream().map(Figure::file).collect(ImmutableList.toImmutableList());
  }

  private void text(String name, String text) throws IOException {
    Whole.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private void csv(Results results) throws IOException {
    Whole.write(
        folder.resolve("results.csv"),
        out -> {
          switch (content.rows()) {
            case REPLICATIONS -> ResultsCsv.replications(results, out);
            case AGGREGATES -> ResultsCsv.aggregates(results, out);
          }
        });
  }
}
