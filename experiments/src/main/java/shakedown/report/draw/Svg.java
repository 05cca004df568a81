package shakedown.report.draw;

import java.math.BigDecimal;
import java.util.TreeMap;

/**
 * Writes a drawing as SVG 1.1 text.
 *
 * <p>Text becomes shapes: an embedded font is refused by GitHub's content policy for pictures and
 * unknown to librsvg and Inkscape, a font by name looks different on each machine. Each letter is
 * defined once and used by reference, which keeps a chart near 40 kB; what it says stays readable
 * in {@code aria-label}. Coordinates are hundredths of a pixel, so the octets depend on no
 * platform's floating point printing.
 */
public final class Svg {
  private final String prefix;
  private final StringBuilder body = new StringBuilder();
  private final TreeMap<String, String> letters = new TreeMap<>();

  private Svg(String prefix) {
    this.prefix = prefix;
  }

  /** A file of its own. */
  public static String file(Drawing drawing) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + inline(drawing, "");
  }

  /** An element for a page; {@code prefix} keeps its ids apart from those of other drawings. */
  public static String inline(Drawing drawing, String prefix) {
    Svg svg = new Svg(prefix);
    drawing.marks().forEach(svg::mark);
    return svg.document(drawing);
  }

  private String document(Drawing drawing) {
    StringBuilder out = new StringBuilder();
    String size = drawing.width() + "\" height=\"" + drawing.height();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"" + size)
        .append("\" viewBox=\"0 0 " + drawing.width() + " " + drawing.height())
        .append("\" role=\"img\" aria-labelledby=\"" + prefix + "t " + prefix + "d\">\n")
        .append("<title id=\"" + prefix + "t\">" + Markup.escape(drawing.title()) + "</title>\n")
        .append("<desc id=\"" + prefix + "d\">" + Markup.escape(drawing.description()))
        .append("</desc>\n<defs>\n");
    letters.forEach(
        (id, data) -> out.append("<path id=\"" + id + "\" d=\"").append(data).append("\"/>\n"));
    return out.append("</defs>\n<rect width=\"" + size + "\" fill=\"#ffffff\"/>\n")
        .append(body)
        .append("</svg>\n")
        .toString();
  }

  private void mark(Mark mark) {
    switch (mark) {
      case Mark.Line line -> line(line);
      case Mark.Area area ->
          body.append("<path d=\"" + data(area.outline()) + "Z\"" + fill(area.ink()) + "/>\n");
      case Mark.Label label -> label(label);
      case Mark.Dot dot -> dot(dot);
    }
  }

  private void line(Mark.Line line) {
    Pen pen = line.pen();
    body.append("<path d=\"" + data(line.points()) + "\" fill=\"none\" stroke=\"")
        .append(pen.ink().hex() + "\"" + opacity("stroke-opacity", pen.ink()))
        .append(" stroke-width=\"" + number(pen.width()) + "\" stroke-linejoin=\"round\"");
    if (!pen.dashes().isEmpty()) {
      body.append(" stroke-dasharray=\"");
      pen.dashes().forEach(dash -> body.append(dash).append(' '));
      body.setLength(body.length() - 1);
      body.append('"');
    }
    body.append("/>\n");
  }

  private void label(Mark.Label label) {
    Lettering lettering = label.lettering();
    String scale = decimal(Math.round(lettering.size() * 1_000_000 / Typeface.UNITS), 6);
    double start = Layout.start(label);
    body.append("<g aria-label=\"" + Markup.escape(label.text()) + "\"" + fill(lettering.ink()))
        .append(" transform=\"matrix(" + scale + " 0 0 -" + scale + " " + number(start) + " ")
        .append(number(label.spot().y()) + ")\">");
    int at = 0;
    for (int codePoint : label.text().codePoints().toArray()) {
      Glyph glyph = lettering.face().glyph(codePoint);
      if (!glyph.outline().pieces().isEmpty()) {
        String id = prefix + lettering.face().letter() + Integer.toHexString(codePoint);
        letters.computeIfAbsent(id, _ -> glyph.outline().svg());
        body.append(
            "<use xlink:href=\"#" + id + "\"" + (at == 0 ? "" : " x=\"" + at + "\"") + "/>");
      }
      at += glyph.advance();
    }
    body.append("</g>\n");
  }

  private void dot(Mark.Dot dot) {
    String hint = dot.hint().isEmpty() ? "" : "<title>" + Markup.escape(dot.hint()) + "</title>";
    body.append("<path d=\"" + data(Layout.outline(dot)) + "Z\"" + fill(dot.ink()))
        .append(hint.isEmpty() ? "/>\n" : ">" + hint + "</path>\n");
  }

  private static String data(Iterable<Spot> spots) {
    StringBuilder data = new StringBuilder();
    for (Spot spot : spots) {
      data.append(data.isEmpty() ? 'M' : 'L');
      data.append(number(spot.x())).append(' ').append(number(spot.y()));
    }
    return data.toString();
  }

  private static String fill(Ink ink) {
    return " fill=\"" + ink.hex() + "\"" + opacity("fill-opacity", ink);
  }

  private static String opacity(String attribute, Ink ink) {
    int percent = ink.opacityPercent();
    return percent == 100 ? "" : " " + attribute + "=\"" + decimal(percent, 2) + "\"";
  }

  private static String number(double pixels) {
    return decimal(Math.round(pixels * 100), 2);
  }

  /** A whole number with its point moved {@code places} to the left, without trailing zeros. */
  static String decimal(long value, int places) {
    return BigDecimal.valueOf(value, places).stripTrailingZeros().toPlainString();
  }
}
