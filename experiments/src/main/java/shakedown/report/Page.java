package shakedown.report;

import com.google.common.collect.ImmutableList;
import shakedown.config.Exhibit;
import shakedown.report.draw.Svg;
import shakedown.run.Results;

/**
 * {@code report.html}: one file that needs no network and runs no script, for someone who was not
 * there. All that comes from a configuration is escaped.
 */
public final class Page {
  private static final String STYLE =
      """
      body { font: 16px/1.5 Roboto, system-ui, sans-serif; color: #222; background: #fff;
        max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
      h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
      .answer { font-size: 1.15rem; }
      .muted, figcaption { color: #555; }
      table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
      .wide { overflow-x: auto; }
      th, td { padding: .25rem .8rem; text-align: right; border-bottom: 1px solid #e4e4e4;
        white-space: nowrap; }
      th { font-weight: 500; color: #555; vertical-align: bottom; }
      th:first-child, td:first-child { text-align: left; padding-left: 0; }
      figure { margin: 1.5rem 0 2.5rem; }
      figure svg { width: 100%; height: auto; border: 1px solid #e4e4e4; }
      pre { background: #f5f5f5; padding: .7rem 1rem; overflow-x: auto; }
      """;

  private final Results results;
  private final Origin origin;
  private final Html html = new Html();

  private Page(Results results, Origin origin) {
    this.results = results;
    this.origin = origin;
  }

  public static String of(Results results, ImmutableList<Figure> figures, Origin origin) {
    Page page = new Page(results, origin);
    page.head();
    page.answer();
    page.tables();
    page.figures(figures);
    page.time();
    page.again();
    page.html.raw("</main></body></html>\n");
    return page.html.text();
  }

  private void head() {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .raw(" style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .element("title", results.experiment().question())
        .raw("<style>\n" + STYLE + "</style></head>\n<body><main>\n");
  }

  private void answer() {
    html.element("h1", results.experiment().question());
    html.raw("<p class=\"answer\">").text(Headline.of(results) + ".").raw("</p>\n");
    html.raw("<p class=\"muted\">")
        .text(
            Wording.conditions(results.base())
                + ". "
                + Footnotes.replications(results, results.base())
                + " simulated connections a variant under these conditions; differences are between"
                + " connections that met the same random numbers. Intervals: "
                + Footnotes.percent(results.experiment())
                + ".")
        .raw("</p>\n");
  }

  private void tables() {
    html.element("h2", "What each variant costs");
    html.table(Tables.overview(results));
    for (Exhibit exhibit : results.experiment().report()) {
      if (exhibit instanceof Exhibit.Table table) {
        html.table(Tables.of(results, table));
      }
    }
  }

  private void figures(ImmutableList<Figure> figures) {
    html.element("h2", "In pictures");
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      html.raw("<figure>\n" + Svg.inline(figure.drawing(), "c" + i + "-"));
      html.element("figcaption", figure.reading()).raw("</figure>\n");
    }
  }

  private void time() {
    html.element("h2", "Where the time went");
    html.element("p", TimeSpent.EXPLANATION);
    html.table(TimeSpent.table(results));
    html.element("p", TimeSpent.tail(results));
  }

  private void again() {
    html.element("h2", "How to make this again");
    html.raw("<pre>").text(origin.command()).raw("</pre>\n");
    html.element(
        "p",
        "Seed "
            + results.experiment().runs().seed()
            + ", Shakedown "
            + origin.version()
            + ", configuration SHA-256 "
            + origin.configDigest()
            + ". The same seed gives the same octets in results.csv, summary.json, this page and"
            + " the SVG files, on any machine and any number of threads.");
  }
}
