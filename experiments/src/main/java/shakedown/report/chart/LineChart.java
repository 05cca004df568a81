package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import shakedown.report.Figures;
import shakedown.report.draw.Drawing;
import shakedown.report.draw.Spot;

/**
 * A measure along a swept axis: one line a variant, its interval as a band, its name at the end.
 */
public final class LineChart {
  private LineChart() {}

  public static Drawing of(Captions captions, Axis across, Axis up, ImmutableList<Series> series) {
    Sheet sheet = new Sheet(captions);
    double names = EndLabels.width(wishes(new Frame(sheet.plot(Sheet.WIDTH), across, up), series));
    Frame frame = new Frame(sheet.plot(Sheet.WIDTH - Sheet.MARGIN - names), across, up);
    frame.paint(sheet);
    series.forEach(one -> Lines.band(sheet, frame, one));
    series.forEach(one -> Lines.line(sheet, frame, one));
    series.forEach(one -> dots(sheet, frame, one));
    EndLabels.paint(sheet, wishes(frame, series), frame.box().top() - 8, frame.box().bottom());
    return sheet.drawing();
  }

  private static ImmutableList<EndLabels.Wish> wishes(Frame frame, ImmutableList<Series> series) {
    return series.stream()
        .filter(one -> !one.points().isEmpty())
        .map(one -> wish(frame, one))
        .collect(ImmutableList.toImmutableList());
  }

  private static EndLabels.Wish wish(Frame frame, Series series) {
    Series.Point last = series.points().getLast();
    Spot end = frame.at(last.x(), last.y());
    return new EndLabels.Wish(series.name(), Figures.short3(last.y()), series.look(), end);
  }

  private static void dots(Sheet sheet, Frame frame, Series series) {
    for (Series.Point point : series.points()) {
      String hint =
          series.name() + " at " + Figures.plain(point.x()) + ": " + Figures.short3(point.y());
      String range =
          point.high() > point.low()
              ? " (" + Figures.short3(point.low()) + " to " + Figures.short3(point.high()) + ")"
              : "";
      sheet.add(series.look().dot(frame.at(point.x(), point.y()), hint + range));
    }
  }
}
