package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import shakedown.report.draw.Mark;
import shakedown.report.draw.Spot;

/** Lines, bands and names of series in a frame. */
final class Lines {
  private static final double WIDTH = 2;
  private static final int BAND_PERCENT = 16;

  private Lines() {}

  static void line(Sheet sheet, Frame frame, Series series) {
    ImmutableList<Spot> spots = spots(frame, series);
    if (spots.size() == 1) {
      sheet.add(series.look().dot(spots.getFirst(), ""));
    } else if (!spots.isEmpty()) {
      sheet.add(new Mark.Line(spots, series.look().pen(WIDTH)));
    }
  }

  static void band(Sheet sheet, Frame frame, Series series) {
    ImmutableList.Builder<Spot> outline = ImmutableList.builder();
    series.points().forEach(point -> outline.add(frame.at(point.x(), point.high())));
    Lists.reverse(series.points()).forEach(point -> outline.add(frame.at(point.x(), point.low())));
    boolean known = series.points().stream().anyMatch(point -> point.high() > point.low());
    if (known && series.points().size() > 1) {
      sheet.add(new Mark.Area(outline.build(), series.look().ink().faded(BAND_PERCENT)));
    }
  }

  private static ImmutableList<Spot> spots(Frame frame, Series series) {
    return series.points().stream()
        .map(point -> frame.at(point.x(), point.y()))
        .collect(ImmutableList.toImmutableList());
  }
}
