package shakedown.report.draw;

import com.google.common.collect.ImmutableList;

/** Where things come to stand that are given by their middle or end. */
final class Layout {
  private static final int CORNERS = 24;

  private Layout() {}

  /** x of the first letter of a label. */
  static double start(Mark.Label label) {
    double width = label.lettering().width(label.text());
    return switch (label.anchor()) {
      case START -> label.spot().x();
      case MIDDLE -> label.spot().x() - width / 2;
      case END -> label.spot().x() - width;
    };
  }

  /** The corners of a dot. */
  static ImmutableList<Spot> outline(Mark.Dot dot) {
    double r = dot.radius();
    return switch (dot.shape()) {
      case CIRCLE -> ring(dot);
      case SQUARE -> around(dot.spot(), -r, -r, r, -r, r, r, -r, r);
      case DIAMOND -> around(dot.spot(), 0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
      case TRIANGLE -> around(dot.spot(), 0, -1.3 * r, 1.2 * r, 0.9 * r, -1.2 * r, 0.9 * r);
    };
  }

  private static ImmutableList<Spot> around(Spot centre, double... offsets) {
    ImmutableList.Builder<Spot> spots = ImmutableList.builder();
    for (int i = 0; i < offsets.length; i += 2) {
      spots.add(new Spot(centre.x() + offsets[i], centre.y() + offsets[i + 1]));
    }
    return spots.build();
  }

  private static ImmutableList<Spot> ring(Mark.Dot dot) {
    ImmutableList.Builder<Spot> spots = ImmutableList.builder();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * StrictMath.PI * i / CORNERS;
      spots.add(
          new Spot(
              dot.spot().x() + dot.radius() * StrictMath.cos(angle),
              dot.spot().y() + dot.radius() * StrictMath.sin(angle)));
    }
    return spots.build();
  }
}
