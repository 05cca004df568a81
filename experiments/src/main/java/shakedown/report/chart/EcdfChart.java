package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import shakedown.report.chart.Axis.Tick;
import shakedown.report.draw.Drawing;

/**
 * A cumulative distribution whose tail can be read: the share that is done by a time, upwards, on a
 * scale where 90, 99 and 99.9 per cent are equally far apart.
 *
 * <p>A series holds values as {@code x} and shares as {@code y}. Lines meet at the top, so names
 * stand in a key, each with its median and 99th percentile.
 */
public final class EcdfChart {
  private EcdfChart() {}

  /** A variant's curve, and its median and 99th percentile as written in the key. */
  public record Curve(Series series, String median, String tail) {}

  /** The chart; {@code leastLeft} is the smallest share left over that the samples support. */
  public static Drawing of(
      Captions captions, Axis across, double leastLeft, ImmutableList<Curve> curves) {
    Sheet sheet = new Sheet(captions);
    Key key =
        new Key(
            ImmutableList.of("median", "99 %"),
            curves.stream().map(EcdfChart::entry).collect(ImmutableList.toImmutableList()));
    double right = Sheet.WIDTH - Sheet.MARGIN - key.width() - 30;
    Axis up = new Axis("share of connections done", new Scale.Tail(leastLeft), shares(leastLeft));
    Frame frame = new Frame(sheet.plot(right), across, up);
    frame.paint(sheet);
    Lists.reverse(curves).forEach(curve -> Lines.line(sheet, frame, curve.series()));
    key.paint(sheet, right + 30, frame.box().top() - 14);
    return sheet.drawing();
  }

  private static Key.Entry entry(Curve curve) {
    Series series = curve.series();
    return new Key.Entry(
        series.name(), series.look(), ImmutableList.of(curve.median(), curve.tail()));
  }

  private static ImmutableList<Tick> shares(double leastLeft) {
    ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
    ticks.add(new Tick(0, "0 %"), new Tick(0.5, "50 %"));
    String text = "90";
    for (double left = 0.1; left >= leastLeft * 0.999; left /= 10) {
      ticks.add(new Tick(1 - left, text + " %"));
      text = text.equals("90") ? "99" : text.equals("99") ? "99.9" : text + "9";
    }
    return ticks.build();
  }
}
