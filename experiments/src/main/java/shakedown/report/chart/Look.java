package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import shakedown.report.draw.Ink;
import shakedown.report.draw.Mark;
import shakedown.report.draw.Mark.Shape;
import shakedown.report.draw.Pen;
import shakedown.report.draw.Spot;

/**
 * How one variant looks in every chart: colour, dashes, marker.
 *
 * <p>The colours are Okabe and Ito's; the baseline is grey. From the seventh variant on colours
 * come again, with other dashes and another marker.
 */
public record Look(Ink ink, ImmutableList<Integer> dashes, Shape shape) {
  private static final Ink BASELINE = Ink.of(0x555555);
  private static final ImmutableList<Ink> COLOURS =
      ImmutableList.of(
          Ink.of(0x0072B2),
          Ink.of(0xD55E00),
          Ink.of(0x009E73),
          Ink.of(0xCC79A7),
          Ink.of(0xE69F00),
          Ink.of(0x56B4E9));
  private static final ImmutableList<ImmutableList<Integer>> DASHES =
      ImmutableList.of(ImmutableList.of(), ImmutableList.of(7, 4), ImmutableList.of(2, 3));

  static Look ofBaseline() {
    return new Look(BASELINE, ImmutableList.of(), Shape.CIRCLE);
  }

  static Look numbered(int index) {
    int round = index / COLOURS.size();
    Shape[] shapes = Shape.values();
    return new Look(
        COLOURS.get(index % COLOURS.size()),
        DASHES.get(round % DASHES.size()),
        shapes[(round + index) % shapes.length]);
  }

  Pen pen(double width) {
    return new Pen(ink, width, dashes);
  }

  Mark dot(Spot spot, String hint) {
    return new Mark.Dot(spot, shape, 3.6, ink, hint);
  }
}
