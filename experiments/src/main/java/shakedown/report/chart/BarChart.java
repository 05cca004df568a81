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
 * Amounts by variant, each split into parts told apart by shade: a row a variant, a panel a
 * measure, every bar from zero.
 */
public final class BarChart {
  private static final double PANEL_GAP = 40;
  private static final double NAMES_MOST = 230;
  private static final Ink KEY = Ink.of(0x555555);

  private BarChart() {}

  /** A measure: its title with unit, and a bar for each row. */
  public record Panel(String title, ImmutableList<Bar> bars) {}

  /** The parts of one bar, none negative, and how their sum is written. */
  public record Bar(ImmutableList<Double> parts, String text) {
    double sum() {
      return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** A variant. */
  public record Row(String name, Look look) {}

  /** What a part is called, and how much of the variant's colour it has, in per cent. */
  public record Part(String name, int percent) {}

  public static Drawing of(
      Captions captions,
      ImmutableList<Row> rows,
      ImmutableList<Part> parts,
      ImmutableList<Panel> panels) {
    Sheet sheet = new Sheet(captions);
    double names = names(rows);
    double left = Sheet.MARGIN + names + 14;
    double top = sheet.top() + 46;
    double pitch = Math.min(48, (sheet.bottom() - 44 - top) / rows.size());
    double bottom = top + pitch * rows.size();
    for (int i = 0; i < rows.size(); i++) {
      Lettering lettering = Lettering.series(rows.get(i).look().ink());
      String text = Wrap.cut(rows.get(i).name(), lettering, names);
      sheet.text(text, left - 14, top + pitch * (i + 0.5) + 4.4, Anchor.END, lettering);
    }
    double width =
        (Sheet.WIDTH - Sheet.MARGIN - left - PANEL_GAP * (panels.size() - 1)) / panels.size();
    for (int i = 0; i < panels.size(); i++) {
      double from = left + i * (width + PANEL_GAP);
      panel(sheet, panels.get(i), rows, parts, new Frame.Box(from, top, from + width, bottom));
    }
    key(sheet, parts, left, bottom + 30);
    return sheet.drawing();
  }

  private static double names(ImmutableList<Row> rows) {
    double most = 0;
    for (Row row : rows) {
      most = Math.max(most, Lettering.series(row.look().ink()).width(row.name()));
    }
    return Math.min(most, NAMES_MOST);
  }

  private static void panel(
      Sheet sheet, Panel panel, ImmutableList<Row> rows, ImmutableList<Part> parts, Frame.Box box) {
    double most = panel.bars().stream().mapToDouble(Bar::sum).max().orElse(1);
    double text =
        panel.bars().stream().mapToDouble(bar -> Lettering.TICK.width(bar.text())).max().orElse(0);
    double scale = (box.right() - box.left() - text - 8) / Math.max(most, 1e-9);
    double pitch = (box.bottom() - box.top()) / rows.size();
    sheet.text(panel.title(), box.left(), box.top() - 14, Anchor.START, Lettering.AXIS);
    for (int i = 0; i < rows.size(); i++) {
      Bar bar = panel.bars().get(i);
      double middle = box.top() + pitch * (i + 0.5);
      double end = box.left();
      for (int p = 0; p < parts.size(); p++) {
        double begin = end;
        end += bar.parts().get(p) * scale;
        Ink ink = rows.get(i).look().ink().tinted(parts.get(p).percent());
        sheet.add(block(begin, end, middle, Math.min(pitch * 0.34, 13), ink));
      }
      sheet.text(bar.text(), end + 7, middle + 4.4, Anchor.START, Lettering.TICK);
    }
    Pen axis = Pen.solid(Ink.AXIS, 1);
    sheet.add(Frame.line(box.left(), box.top() - 4, box.left(), box.bottom() + 4, axis));
  }

  /** A single part needs no key. */
  private static void key(Sheet sheet, ImmutableList<Part> parts, double left, double y) {
    double x = left;
    for (Part part : parts.size() > 1 ? parts : ImmutableList.<Part>of()) {
      sheet.add(block(x, x + 22, y - 4.4, 6, KEY.tinted(part.percent())));
      sheet.text(part.name(), x + 29, y, Anchor.START, Lettering.TICK);
      x += 29 + Lettering.TICK.width(part.name()) + 22;
    }
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
