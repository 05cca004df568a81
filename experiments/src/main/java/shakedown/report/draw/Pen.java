package shakedown.report.draw;

import com.google.common.collect.ImmutableList;

/** How a line is drawn: colour, width in pixels, and dashes (on, off, ...) in pixels, or none. */
public record Pen(Ink ink, double width, ImmutableList<Integer> dashes) {

  /** A solid line. */
  public static Pen solid(Ink ink, double width) {
    return new Pen(ink, width, ImmutableList.of());
  }
}
