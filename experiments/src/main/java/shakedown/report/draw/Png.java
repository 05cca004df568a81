package shakedown.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Paints a drawing as PNG with Java2D: equal octets on the same JDK, since it draws no fonts. */
public final class Png {
  private final Graphics2D canvas;

  private Png(Graphics2D canvas) {
    this.canvas = canvas;
  }

  /** The octets of a PNG file, a pixel a unit of the drawing. */
  public static byte[] octets(Drawing drawing) {
    BufferedImage image =
        new BufferedImage(drawing.width(), drawing.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, drawing.width(), drawing.height());
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawing.marks().forEach(new Png(canvas)::mark);
    canvas.dispose();
    return encoded(image);
  }

  private static byte[] encoded(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mark(Mark mark) {
    switch (mark) {
      case Mark.Line line -> line(line);
      case Mark.Area area -> fill(path(area.outline(), true), area.ink());
      case Mark.Label label -> label(label);
      case Mark.Dot dot -> fill(path(Layout.outline(dot), true), dot.ink());
    }
  }

  private void line(Mark.Line line) {
    Pen pen = line.pen();
    float[] dashes = new float[pen.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = pen.dashes().get(i);
    }
    canvas.setColor(colour(pen.ink()));
    canvas.setStroke(
        new BasicStroke(
            (float) pen.width(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            dashes.length == 0 ? null : dashes,
            0));
    canvas.draw(path(line.points(), false));
  }

  private void label(Mark.Label label) {
    Lettering lettering = label.lettering();
    double scale = lettering.size() / Typeface.UNITS;
    double x = Layout.start(label);
    for (int codePoint : label.text().codePoints().toArray()) {
      Glyph glyph = lettering.face().glyph(codePoint);
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, label.spot().y());
      fill(glyph.outline().path(place), lettering.ink());
      x += glyph.advance() * scale;
    }
  }

  private void fill(Path2D path, Ink ink) {
    canvas.setColor(colour(ink));
    canvas.fill(path);
  }

  private static Color colour(Ink ink) {
    return new Color(((ink.opacityPercent() * 255 / 100) << 24) | ink.rgb(), true);
  }

  private static Path2D path(List<Spot> spots, boolean closed) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Spot spot : spots) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(spot.x(), spot.y());
      } else {
        path.lineTo(spot.x(), spot.y());
      }
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }
}
