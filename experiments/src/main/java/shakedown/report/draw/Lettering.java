package shakedown.report.draw;

/** How a text is set: face, size in pixels, colour. */
public record Lettering(Typeface face, double size, Ink ink) {

  public static final Lettering TITLE = new Lettering(Typeface.MEDIUM, 19, Ink.TEXT);
  public static final Lettering CONDITIONS = new Lettering(Typeface.REGULAR, 13, Ink.MUTED);
  public static final Lettering AXIS = new Lettering(Typeface.REGULAR, 12.5, Ink.TEXT);
  public static final Lettering TICK = new Lettering(Typeface.REGULAR, 12.5, Ink.MUTED);
  public static final Lettering FOOTNOTE = new Lettering(Typeface.REGULAR, 11.5, Ink.MUTED);

  /** A label in the colour of what it names, a little darker: pale letters are hard to read. */
  public static Lettering series(Ink ink) {
    return new Lettering(Typeface.MEDIUM, 12.5, ink.shaded(80));
  }

  /** Width of a text so set, in pixels. */
  public double width(String text) {
    return face.width(text) * size / Typeface.UNITS;
  }
}
