package shakedown.yaml;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with a unit as an exact count of the smallest one, as {@code 60ms} of nanoseconds.
 *
 * @param noun what it measures, as {@code a duration}
 * @param examples what to write, as {@code 60ms or 1.5s}
 * @param smallest the unit of which the result is a count
 * @param units each unit's size in the smallest
 * @param mistaken what people write, by the lower case of it, and what they should
 */
record Quantity(
    String noun,
    String examples,
    String smallest,
    ImmutableMap<String, Long> units,
    ImmutableMap<String, String> mistaken)
    implements Reader<Long> {

  static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("([+-]?\\d{1,30}(?:\\.\\d{1,30})?) ?(\\S{0,20})");
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 2);

  @Override
  public Reading<Long> read(Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      return refused(node, node.described() + " is no " + bare(), examples, "");
    }
    Matcher matcher = NUMBER_AND_UNIT.matcher(scalar.text());
    if (!matcher.matches()) {
      return refused(scalar, scalar.described() + " is no " + bare(), examples, "");
    }
    Long size = units.get(matcher.group(2));
    return size == null
        ? unitless(scalar, matcher.group(1), matcher.group(2))
        : counted(scalar, new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(size)));
  }

  private Reading<Long> unitless(Node.Scalar scalar, String number, String unit) {
    if (unit.isEmpty()) {
      return refused(scalar, number + " has no unit", examples, "");
    }
    String right = mistaken.getOrDefault(unit.toLowerCase(Locale.ROOT), nearest(unit));
    String suggestion = right.isEmpty() ? "" : number + right.replace("|", " or " + number);
    return refused(
        scalar, scalar.text() + ": " + unit + " is no unit of " + noun, examples, suggestion);
  }

  private Reading<Long> counted(Node.Scalar scalar, BigDecimal count) {
    if (count.signum() < 0) {
      return refused(scalar, scalar.text() + " is negative", noun + " of 0 or more", "");
    }
    if (count.compareTo(MOST) > 0) {
      return refused(scalar, scalar.text() + " is too large", examples, "");
    }
    if (count.stripTrailingZeros().scale() > 0) {
      return refused(
          scalar, scalar.text() + " is no whole number of " + smallest, "whole " + smallest, "");
    }
    return Reading.of(count.longValueExact());
  }

  private String nearest(String unit) {
    return units.entrySet().stream()
        .map(Map.Entry::getKey)
        .filter(known -> known.equalsIgnoreCase(unit))
        .findFirst()
        .orElse("");
  }

  private String bare() {
    return noun.substring(noun.indexOf(' ') + 1);
  }

  private static Reading<Long> refused(Node node, String what, String expected, String suggestion) {
    return Reading.refused(new Complaint(node.place(), what, expected, suggestion));
  }
}
