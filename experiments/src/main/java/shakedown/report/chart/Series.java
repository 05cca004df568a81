package shakedown.report.chart;

import com.google.common.collect.ImmutableList;

/** One variant's line: its points in order of {@code x}. */
public record Series(String name, Look look, ImmutableList<Point> points) {

  /** A value with the interval that holds it; {@code low} and {@code high} equal it if unknown. */
  public record Point(double x, double y, double low, double high) {

    /** A value known without an interval. */
    public static Point exact(double x, double y) {
      return new Point(x, y, y, y);
    }
  }
}
