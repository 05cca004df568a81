package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import shakedown.report.draw.Lettering;
import shakedown.report.draw.Mark;
import shakedown.report.draw.Mark.Anchor;
import shakedown.report.draw.Spot;

/**
 * The names of lines beside a plot, in data order, each with a sample of its line and some figures;
 * for plots whose lines have no ends of their own.
 */
record Key(ImmutableList<String> heads, ImmutableList<Entry> entries) {
  private static final double SAMPLE = 26;
  private static final double BETWEEN = 14;
  private static final double MOST = 180;

  /** A variant and its figures, one a head. */
  record Entry(String name, Look look, ImmutableList<String> figures) {}

  double width() {
    double width = SAMPLE + 8 + names();
    for (int column = 0; column < heads.size(); column++) {
      width += BETWEEN + column(column);
    }
    return width;
  }

  void paint(Sheet sheet, double left, double y) {
    double names = names();
    row(sheet, left, y, heads);
    double pitch = Math.min(21, (sheet.bottom() - y) / (entries.size() + 1));
    double at = y;
    for (Entry entry : entries) {
      at += pitch;
      Lettering lettering = Lettering.series(entry.look().ink());
      ImmutableList<Spot> sample =
          ImmutableList.of(new Spot(left, at - 4.4), new Spot(left + SAMPLE, at - 4.4));
      sheet.add(new Mark.Line(sample, entry.look().pen(2.4)));
      sheet.add(entry.look().dot(new Spot(left + SAMPLE / 2, at - 4.4), ""));
      String text = Wrap.cut(entry.name(), lettering, names);
      sheet.text(text, left + SAMPLE + 8, at, Anchor.START, lettering);
      row(sheet, left, at, entry.figures());
    }
  }

  private void row(Sheet sheet, double left, double y, ImmutableList<String> figures) {
    double end = left + SAMPLE + 8 + names();
    for (int column = 0; column < figures.size(); column++) {
      end += BETWEEN + column(column);
      sheet.text(figures.get(column), end, y, Anchor.END, Lettering.TICK);
    }
  }

  private double names() {
    double most = 0;
    for (Entry entry : entries) {
      most = Math.max(most, Lettering.series(entry.look().ink()).width(entry.name()));
    }
    return Math.min(most, MOST);
  }

  private double column(int index) {
    double most = Lettering.TICK.width(heads.get(index));
    for (Entry entry : entries) {
      most = Math.max(most, Lettering.TICK.width(entry.figures().get(index)));
    }
    return most;
  }
}
