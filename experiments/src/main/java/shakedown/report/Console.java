package shakedown.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import shakedown.run.Results;

/** What {@code run} prints: answer, conditions, table, files, what next; 100 columns wide. */
public final class Console {
  private Console() {}

  public static String of(Results results) {
    StringBuilder out = new StringBuilder();
    out.append(results.experiment().question()).append('\n');
    out.append(Headline.of(results)).append("\n\n");
    out.append(Wording.conditions(results.base())).append('\n');
    out.append(Footnotes.replications(results, results.base()))
        .append(" paired connections a point\n\n");
    out.append(table(Tables.overview(results)));
    return out.toString().replace(Figures.THIN_SPACE, ',');
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
