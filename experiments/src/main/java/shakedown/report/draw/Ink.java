package shakedown.report.draw;

/**
 * A colour: red, green and blue as {@code 0xRRGGBB}, and opacity in per cent.
 *
 * <p>The series colours are those of Okabe and Ito (Color Universal Design, 2008), told apart with
 * any of the common colour vision deficiencies.
 */
public record Ink(int rgb, int opacityPercent) {

  public static final Ink TEXT = of(0x222222);
  public static final Ink MUTED = of(0x6B6B6B);
  public static final Ink GRID = of(0xE4E4E4);
  public static final Ink AXIS = of(0x9A9A9A);
  public static final Ink PAPER = of(0xFFFFFF);

  /** A full colour. */
  public static Ink of(int rgb) {
    return new Ink(rgb, 100);
  }

  /** The same colour, so transparent. */
  public Ink faded(int percent) {
    return new Ink(rgb, percent);
  }

  /** The same hue mixed with white, opaque: {@code percent} of the colour is left. */
  public Ink tinted(int percent) {
    int red = mix((rgb >> 16) & 0xFF, percent);
    int green = mix((rgb >> 8) & 0xFF, percent);
    int blue = mix(rgb & 0xFF, percent);
    return of((red << 16) | (green << 8) | blue);
  }

  /** Darkened, for thin strokes and text: {@code percent} of the light is left. */
  public Ink shaded(int percent) {
    int red = ((rgb >> 16) & 0xFF) * percent / 100;
    int green = ((rgb >> 8) & 0xFF) * percent / 100;
    int blue = (rgb & 0xFF) * percent / 100;
    return of((red << 16) | (green << 8) | blue);
  }

  private static int mix(int channel, int percent) {
    return 255 - (255 - channel) * percent / 100;
  }

  String hex() {
    String digits = Integer.toHexString(rgb);
    return "#" + "0".repeat(6 - digits.length()) + digits;
  }
}
