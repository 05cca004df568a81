package shakedown.report.draw;

/** A bundled font: Roboto, Apache 2.0. */
public enum Typeface {
  REGULAR("Roboto-Regular.ttf", "r"),
  MEDIUM("Roboto-Medium.ttf", "m");

  /** Font units an em. */
  public static final int UNITS = 2048;

  private final String file;
  private final String letter;

  Typeface(String file, String letter) {
    this.file = file;
    this.letter = letter;
  }

  /** Sum of the advances of a text's characters, in font units. */
  public int width(String text) {
    return text.codePoints().map(point -> glyph(point).advance()).sum();
  }

  /** The shape of one character; of an empty box if the font has none. */
  Glyph glyph(int codePoint) {
    return FontFile.of(file).glyph(codePoint);
  }

  /** A short name that differs from face to face. */
  String letter() {
    return letter;
  }
}
