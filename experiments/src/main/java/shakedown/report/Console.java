package shakedown.report;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import shakedown.run.Results;

/** What a terminal shows of results; tables in 100 columns as long as names are short. */
public record Console(Results results) {
  private static final int WIDTH = 100;

  /** Answer, conditions, table, and what makes slow connections slow. */
  public String text() {
    String conditions =
        Wording.conditions(results.base())
            + "; "
            + Footnotes.replications(results, results.base())
            + " paired connections a point";
    return plain(
        results.experiment().question()
            + "\n"
            + broken(Headline.of(results))
            + "\n\n"
            + broken(conditions)
            + "\n\n"
            + table(narrow(Tables.overview(results)))
            + "\n"
            + broken(TimeSpent.tail(results))
            + "\n");
  }

  /** Shorter heads, so that names of usual length leave the table within the width. */
  private static Table narrow(Table table) {
    ImmutableList<String> head =
        table.head().stream()
            .map(text -> text.equals("round trips") ? "trips" : text)
            .map(text -> text.startsWith("mean against ") ? "mean vs baseline" : text)
            .collect(ImmutableList.toImmutableList());
    return new Table(head, table.rows());
  }

  /** Commas between thousands: a terminal gives a thin space the width of a letter. */
  private static String plain(String text) {
    return text.replace(Figures.THIN_SPACE, ',');
  }

  /** Broken between words. */
  private static String broken(String text) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : Splitter.on(' ').split(text)) {
      boolean fits = column + 1 + word.length() <= WIDTH;
      out.append(column == 0 ? "" : fits ? " " : "\n").append(word);
      column = fits && column > 0 ? column + 1 + word.length() : word.length();
    }
    return out.toString();
  }

  /** Left column left, others right; two spaces between. */
  static String table(Table table) {
    List<ImmutableList<String>> lines = new ArrayList<>();
    lines.add(table.head());
    lines.addAll(table.rows());
    int[] widths = new int[table.head().size()];
    for (ImmutableList<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(line.get(i)));
      }
    }
    StringBuilder out = new StringBuilder();
    for (ImmutableList<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - length(line.get(i)));
        row.append(i == 0 ? line.get(i) + padding : "  " + padding + line.get(i));
      }
      out.append(row.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
