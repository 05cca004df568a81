package shakedown.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them: no locale, thin separators, a true minus sign.
 *
 * <p>Rounding is decimal and half up on the exact value, so that no platform's formatting shows.
 */
public final class Figures {
  /** U+2009, between thousands. */
  public static final char THIN_SPACE = '\u2009';

  private static final char MINUS = '\u2212';

  private Figures() {}

  /** As many digits as the value has, six significant ones at most. */
  public static String plain(double value) {
    return grouped(new BigDecimal(value).round(new MathContext(6, RoundingMode.HALF_UP)));
  }

  /** Every digit. */
  public static String plain(long value) {
    return separated(Long.toString(value));
  }

  /** With so many digits after the point. */
  public static String fixed(double value, int digits) {
    return separated(new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toPlainString());
  }

  /** With about three significant digits, and every digit of the whole part. */
  public static String short3(double value) {
    double size = Math.abs(value);
    return fixed(value, size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  }

  private static String grouped(BigDecimal value) {
    return separated(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
  }

  private static String separated(String digits) {
    boolean negative = digits.startsWith("-");
    String unsigned = negative ? digits.substring(1) : digits;
    int point = unsigned.indexOf('.');
    String whole = point < 0 ? unsigned : unsigned.substring(0, point);
    StringBuilder out = new StringBuilder(negative ? String.valueOf(MINUS) : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && whole.length() > 3 && (whole.length() - i) % 3 == 0) {
        out.append(THIN_SPACE);
      }
      out.append(whole.charAt(i));
    }
    return out.append(point < 0 ? "" : unsigned.substring(point)).toString();
  }
}
