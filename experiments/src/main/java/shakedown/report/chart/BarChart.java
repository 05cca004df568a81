package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import shakedown.report.draw.Drawing;
import shakedown.report.draw.Ink;
import shakedown.report.draw.Lettering;
import shakedown.report.draw.Mark;
import shakedown.report.draw.Mark.Anchor;
import shakedown.report.draw.Pen;
import shakedown.report.draw.Spot;

/**
 * Amounts by variant, each split into the client's part (pale) and the server's (full): a row a
 * variant, a panel a measure, every bar from zero.
 */
public final class BarChart {
  private static final double PANEL_GAP = 40;
  private static final int PALE = 42;

  private BarChart() {}

  /** A measure: its title with unit, and for each row the two parts and how the sum is written. */
  public record Panel(String title, ImmutableList<Split> bars) {}

  /** The parts of one bar. */
  public record Split(double client, double server, String text) {
    double sum() {
      return client + server;
    }
  }

  /** A variant. */
  public record Row(String name, Look look) {}

  public static Drawing of(
      Captions captions, ImmutableList<Row> rows, ImmutableList<Panel> panels) {
    Sheet sheet = new Sheet(captions);
    double names = names(rows);
    double left = Sheet.MARGIN + names + 14;
    double top = sheet.top() + 46;
    double width =
        (Sheet.WIDTH - Sheet.MARGIN - left - PANEL_GAP * (panels.size() - 1)) / panels.size();
    double pitch = Math.min(40, (sheet.bottom() - 44 - top) / rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Lettering lettering = Lettering.series(row.look().ink());
      String text = Wrap.cut(row.name(), lettering, names);
      double middle = top + pitch * (i + 0.5);
      sheet.text(text, left - 14, middle + 4.4, Anchor.END, lettering);
    }
    for (int p = 0; p < panels.size(); p++) {
      double from = left + p * (width + PANEL_GAP);
      panel(
          sheet,
          panels.get(p),
          rows,
          new Frame.Box(from, top, from + width, top + pitch * rows.size()));
    }
    if (panels.stream().flatMap(panel -> panel.bars().stream()).anyMatch(bar -> bar.client() > 0)) {
      key(sheet, sheet.bottom() - 10);
    }
    return sheet.drawing();
  }

  private static double names(ImmutableList<Row> rows) {
    double most = 0;
    for (Row row : rows) {
      most = Math.max(most, Lettering.series(row.look().ink()).width(row.name()));
    }
    return Math.min(most, 230);
  }

  private static void panel(Sheet sheet, Panel panel, ImmutableList<Row> rows, Frame.Box box) {
    double most = panel.bars().stream().mapToDouble(Split::sum).max().orElse(1);
    double text =
        panel.bars().stream().mapToDouble(bar -> Lettering.TICK.width(bar.text())).max().orElse(0);
    double scale = (box.right() - box.left() - text - 8) / Math.max(most, 1e-9);
    double pitch = (box.bottom() - box.top()) / rows.size();
    sheet.text(panel.title(), box.left(), box.top() - 14, Anchor.START, Lettering.AXIS);
    for (int i = 0; i < rows.size(); i++) {
      Split bar = panel.bars().get(i);
      double middle = box.top() + pitch * (i + 0.5);
      double half = Math.min(pitch * 0.34, 11);
      Ink ink = rows.get(i).look().ink();
      double split = box.left() + bar.client() * scale;
      double end = split + bar.server() * scale;
      sheet.add(block(box.left(), split, middle, half, ink.tinted(PALE)));
      sheet.add(block(split, end, middle, half, ink));
      sheet.text(bar.text(), end + 7, middle + 4.4, Anchor.START, Lettering.TICK);
    }
    sheet.add(
        Frame.line(
            box.left(), box.top() - 4, box.left(), box.bottom() + 4, Pen.solid(Ink.AXIS, 1)));
  }

  private static void key(Sheet sheet, double y) {
    double x = Sheet.MARGIN;
    Ink ink = Ink.of(0x555555);
    sheet.add(block(x, x + 22, y - 4.4, 6, ink.tinted(PALE)));
    sheet.text("client", x + 29, y, Anchor.START, Lettering.TICK);
    sheet.add(block(x + 84, x + 106, y - 4.4, 6, ink));
    sheet.text("server", x + 113, y, Anchor.START, Lettering.TICK);
  }

  private static Mark block(double from, double to, double middle, double half, Ink ink) {
    return new Mark.Area(
        ImmutableList.of(
            new Spot(from, middle - half),
            new Spot(to, middle - half),
            new Spot(to, middle + half),
            new Spot(from, middle + half)),
        ink);
  }
}
