package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import shakedown.report.Figures;
import shakedown.report.draw.Drawing;
import shakedown.report.draw.Pen;
import shakedown.report.draw.Spot;

/**
 * What a server does under growing load, in two panels over one axis of offered load: handshakes
 * completed above, time until done below. A dot and a dotted line mark where a variant saturates.
 * All axes are logarithmic, since variants differ by factors.
 */
public final class ThroughputChart {
  private static final double BETWEEN = 44;
  private static final double UPPER_SHARE = 0.54;

  private ThroughputChart() {}

  /**
   * One variant: completed a second, and time, both over load; and the load it cannot pass, or
   * infinity.
   */
  public record Curve(Series completed, Series time, double saturation) {}

  public static Drawing of(Captions captions, String timeTitle, ImmutableList<Curve> curves) {
    Sheet sheet = new Sheet(captions);
    Key key =
        new Key(
            ImmutableList.of("saturates at"),
            curves.stream().map(ThroughputChart::entry).collect(ImmutableList.toImmutableList()));
    Frame.Box box = sheet.plot(Sheet.WIDTH - Sheet.MARGIN - key.width() - 30);
    double middle = box.top() + (box.bottom() - box.top() - BETWEEN) * UPPER_SHARE;
    Axis load = axis("offered load, handshakes a second", completed(curves), Series.Point::x);
    Frame upper =
        new Frame(
            new Frame.Box(box.left(), box.top(), box.right(), middle),
            load,
            axis("handshakes completed a second", completed(curves), Series.Point::y));
    Frame lower =
        new Frame(
            new Frame.Box(box.left(), middle + BETWEEN, box.right(), box.bottom()),
            load,
            axis(timeTitle, curves.stream().map(Curve::time), Series.Point::y));
    upper.paintUp(sheet);
    lower.paint(sheet);
    curves.forEach(curve -> curve(sheet, upper, lower, curve));
    key.paint(sheet, box.right() + 30, box.top() - 14);
    return sheet.drawing();
  }

  private static void curve(Sheet sheet, Frame upper, Frame lower, Curve curve) {
    Lines.line(sheet, upper, curve.completed());
    Lines.line(sheet, lower, curve.time());
    if (Double.isFinite(curve.saturation())) {
      saturation(sheet, upper, lower, curve);
    }
  }

  private static void saturation(Sheet sheet, Frame upper, Frame lower, Curve curve) {
    Look look = curve.completed().look();
    Spot peak = upper.at(curve.saturation(), curve.saturation());
    Pen dotted = new Pen(look.ink().faded(60), 1, ImmutableList.of(2, 3));
    sheet.add(Frame.line(peak.x(), peak.y(), peak.x(), upper.box().bottom(), dotted));
    sheet.add(Frame.line(peak.x(), lower.box().top(), peak.x(), lower.box().bottom(), dotted));
    sheet.add(look.dot(peak, curve.completed().name() + " saturates at " + rate(curve)));
  }

  private static Key.Entry entry(Curve curve) {
    Series series = curve.completed();
    return new Key.Entry(series.name(), series.look(), ImmutableList.of(rate(curve)));
  }

  private static String rate(Curve curve) {
    return Double.isFinite(curve.saturation())
        ? Figures.fixed(curve.saturation(), 0) + "/s"
        : "never";
  }

  private static Stream<Series> completed(ImmutableList<Curve> curves) {
    return curves.stream().map(Curve::completed);
  }

  private static Axis axis(
      String title, Stream<Series> series, ToDoubleFunction<Series.Point> value) {
    ImmutableList<Double> values =
        series
            .flatMap(one -> one.points().stream())
            .map(value::applyAsDouble)
            .filter(each -> each > 0)
            .sorted()
            .collect(ImmutableList.toImmutableList());
    return values.isEmpty()
        ? Axis.log(title, 1, 10)
        : Axis.log(title, values.getFirst(), values.getLast());
  }
}
