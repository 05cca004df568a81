package shakedown.yaml;

/**
 * Where in a text something stands.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param length how many code points of that line belong to it, at least 1
 */
public record Place(Source source, int line, int column, int length) {

  private static final int WIDTH = 92;

  /** The beginning of a text, for what concerns the whole of it. */
  public static Place start(Source source) {
    return new Place(source, 1, 1, 1);
  }

  public String file() {
    return source.file();
  }

  /** The line, its carets below, both indented by four; a long line is shown around the place. */
  String excerpt() {
    int[] line = source.line(line()).codePoints().map(Place::printable).toArray();
    int indent = 0;
    while (indent < line.length && line[indent] == ' ' && indent < column - 1) {
      indent++;
    }
    int from = column - 1 - indent > WIDTH / 2 ? column - 1 - WIDTH / 2 : indent;
    int to = Math.min(line.length, from + WIDTH);
    String shown = from < to ? new String(line, from, to - from) : "";
    int carets = Math.max(1, Math.min(length, to - column + 1));
    return "    " + shown + "\n    " + " ".repeat(column - 1 - from) + "^".repeat(carets);
  }

  /** Control characters of a hostile file must not reach a terminal. */
  static int printable(int codePoint) {
    boolean hidden =
        switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
    if (codePoint == '\t') {
      return ' ';
    }
    return hidden ? '·' : codePoint;
  }
}
