package shakedown.report.draw;

/** Text made safe for XML and HTML, in elements and quoted attributes alike. */
public final class Markup {
  private Markup() {}

  /** Escapes the five characters of markup, and drops what XML 1.0 cannot hold. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                  if (isAllowed(point)) {
                    out.appendCodePoint(point);
                  }
                }
              }
            });
    return out.toString();
  }

  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point < 0xD800)
        || (point >= 0xE000 && point < 0xFFFE)
        || point >= 0x10000;
  }
}
