package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import shakedown.report.draw.Ink;
import shakedown.report.draw.Lettering;
import shakedown.report.draw.Mark;
import shakedown.report.draw.Mark.Anchor;
import shakedown.report.draw.Pen;
import shakedown.report.draw.Spot;

/** The rectangle of a plot with its two axes: paints grid and figures, places values. */
record Frame(Box box, Axis across, Axis up) {

  /** A rectangle on the sheet, in pixels. */
  record Box(double left, double top, double right, double bottom) {}

  Spot at(double x, double y) {
    return new Spot(x(x), y(y));
  }

  double x(double value) {
    return box.left + across.scale().place(value) * (box.right - box.left);
  }

  double y(double value) {
    return box.bottom - up.scale().place(value) * (box.bottom - box.top);
  }

  /** Grid, ticks and both titles; the upper title stands flat above its axis. */
  void paint(Sheet sheet) {
    paintUp(sheet);
    paintAcross(sheet);
  }

  void paintUp(Sheet sheet) {
    sheet.text(up.title(), Sheet.MARGIN, box.top - 14, Anchor.START, Lettering.AXIS);
    for (Axis.Tick tick : up.ticks()) {
      double y = y(tick.value());
      sheet.add(line(box.left, y, box.right, y, Pen.solid(Ink.GRID, 1)));
      sheet.text(tick.text(), box.left - 9, y + 4.4, Anchor.END, Lettering.TICK);
    }
  }

  void paintAcross(Sheet sheet) {
    sheet.add(line(box.left, box.bottom, box.right, box.bottom, Pen.solid(Ink.AXIS, 1)));
    double free = Double.NEGATIVE_INFINITY;
    for (Axis.Tick tick : across.ticks()) {
      double x = x(tick.value());
      double half = Lettering.TICK.width(tick.text()) / 2;
      sheet.add(line(x, box.bottom, x, box.bottom + 5, Pen.solid(Ink.AXIS, 1)));
      if (x - half >= free) {
        sheet.text(tick.text(), x, box.bottom + 19, Anchor.MIDDLE, Lettering.TICK);
        free = x + half + 6;
      }
    }
    sheet.text(
        across.title(), (box.left + box.right) / 2, box.bottom + 38, Anchor.MIDDLE, Lettering.AXIS);
  }

  static Mark.Line line(double x1, double y1, double x2, double y2, Pen pen) {
    return new Mark.Line(ImmutableList.of(new Spot(x1, y1), new Spot(x2, y2)), pen);
  }
}
