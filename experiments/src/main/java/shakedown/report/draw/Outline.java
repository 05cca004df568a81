package shakedown.report.draw;

import com.google.common.collect.ImmutableList;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import org.jspecify.annotations.Nullable;

/** The contours of a character: straight and quadratic pieces in font units, y upwards. */
public record Outline(ImmutableList<Piece> pieces) {

  /** {@code M}, {@code L}, {@code Q} or {@code Z} of SVG's path language, and its coordinates. */
  public record Piece(char verb, ImmutableList<Integer> at) {}

  /** From a font's own outline; none for a blank. */
  static Outline of(@Nullable PathIterator path) {
    ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
    double[] at = new double[6];
    for (; path != null && !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> pieces.add(piece('M', at, 2));
        case PathIterator.SEG_LINETO -> pieces.add(piece('L', at, 2));
        case PathIterator.SEG_QUADTO -> pieces.add(piece('Q', at, 4));
        case PathIterator.SEG_CLOSE -> pieces.add(piece('Z', at, 0));
        default -> throw new AssertionError("TrueType outlines are quadratic");
      }
    }
    return new Outline(pieces.build());
  }

  private static Piece piece(char verb, double[] at, int count) {
    ImmutableList.Builder<Integer> rounded = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      rounded.add((int) Math.round(at[i]));
    }
    return new Piece(verb, rounded.build());
  }

  /** As SVG path data. */
  String svg() {
    StringBuilder data = new StringBuilder();
    for (Piece piece : pieces) {
      data.append(piece.verb());
      for (int i = 0; i < piece.at().size(); i++) {
        data.append(i == 0 ? "" : " ").append(piece.at().get(i));
      }
    }
    return data.toString();
  }

  /** As a Java2D path. */
  Path2D path(AffineTransform transform) {
    Path2D path = new Path2D.Double();
    for (Piece piece : pieces) {
      ImmutableList<Integer> at = piece.at();
      switch (piece.verb()) {
        case 'M' -> path.moveTo(at.get(0), at.get(1));
        case 'L' -> path.lineTo(at.get(0), at.get(1));
        case 'Q' -> path.quadTo(at.get(0), at.get(1), at.get(2), at.get(3));
        default -> path.closePath();
      }
    }
    path.transform(transform);
    return path;
  }
}
