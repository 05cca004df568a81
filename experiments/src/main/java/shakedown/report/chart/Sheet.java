package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import shakedown.report.draw.Drawing;
import shakedown.report.draw.Lettering;
import shakedown.report.draw.Mark;
import shakedown.report.draw.Mark.Anchor;
import shakedown.report.draw.Spot;

/** A sheet with its words in place; charts add their marks to it. */
final class Sheet {
  static final int WIDTH = 960;
  static final int HEIGHT = 540;
  static final double MARGIN = 28;

  private static final double LEFT = 78;
  private static final double TEXT_WIDTH = WIDTH - 2 * MARGIN;

  private final Captions captions;
  private final ImmutableList.Builder<Mark> marks = ImmutableList.builder();
  private final double top;
  private final double bottom;

  Sheet(Captions captions) {
    this.captions = captions;
    double below = lines(captions.question(), Lettering.TITLE, 36, 24);
    this.top = lines(captions.conditions(), Lettering.CONDITIONS, below - 2, 17);
    int footLines = Wrap.lines(captions.footnote(), Lettering.FOOTNOTE, TEXT_WIDTH).size();
    this.bottom = HEIGHT - 16 - 15.0 * (footLines - 1);
    lines(captions.footnote(), Lettering.FOOTNOTE, bottom, 15);
  }

  /** Where the words above end. */
  double top() {
    return top;
  }

  /** Where the footnote begins. */
  double bottom() {
    return bottom - 14;
  }

  /** Room for a plot with its titles, up to {@code right}. */
  Frame.Box plot(double right) {
    return new Frame.Box(LEFT, top + 34, right, bottom() - 52);
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  void text(String text, double x, double y, Anchor anchor, Lettering lettering) {
    if (!text.isEmpty()) {
      add(new Mark.Label(text, new Spot(x, y), anchor, lettering));
    }
  }

  Drawing drawing() {
    return new Drawing(
        WIDTH,
        HEIGHT,
        captions.question(),
        captions.conditions() + ". " + captions.footnote(),
        marks.build());
  }

  private double lines(String text, Lettering lettering, double y, double leading) {
    double at = y;
    for (String line : Wrap.lines(text, lettering, TEXT_WIDTH)) {
      text(line, MARGIN, at, Anchor.START, lettering);
      at += leading;
    }
    return at;
  }
}
