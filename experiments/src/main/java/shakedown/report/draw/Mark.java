package shakedown.report.draw;

import com.google.common.collect.ImmutableList;

/** One thing on a sheet; coordinates in pixels from the top left corner. */
public sealed interface Mark {

  /** An open line through points. */
  record Line(ImmutableList<Spot> points, Pen pen) implements Mark {
    public Line {
      if (points.size() < 2) {
        throw new IllegalArgumentException("a line of " + points.size() + " points; at least 2");
      }
    }
  }

  /** A filled polygon. */
  record Area(ImmutableList<Spot> outline, Ink ink) implements Mark {}

  /** Text on its baseline at {@code spot}. */
  record Label(String text, Spot spot, Anchor anchor, Lettering lettering) implements Mark {}

  /** A small filled shape; {@code hint} is shown when a reader points at it, if not empty. */
  record Dot(Spot spot, Shape shape, double radius, Ink ink, String hint) implements Mark {}

  /** Which end of a text stands at its spot. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** What a dot looks like, so that lines are told apart without colour. */
  enum Shape {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE
  }
}
