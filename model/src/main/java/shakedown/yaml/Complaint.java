package shakedown.yaml;

/**
 * One fault of a text that a person wrote.
 *
 * @param what what was said and why it cannot stand, as {@code loss: 140% is no probability}
 * @param expected what is expected in its place, as {@code 0% to 100%}; empty where nothing helps
 * @param suggestion the nearest right thing, as {@code rtt}; empty where none is near
 */
public record Complaint(Place place, String what, String expected, String suggestion) {

  public Complaint(Place place, String what, String expected) {
    this(place, what, expected, "");
  }

  public String file() {
    return place.file();
  }

  public int line() {
    return place.line();
  }

  public int column() {
    return place.column();
  }

  /**
   * The same fault, seen from one level further out: {@code 140% is...} of the key {@code loss}.
   */
  public Complaint in(String key) {
    return new Complaint(place, key + ": " + what, expected, suggestion);
  }

  /** {@code file:line:column: what; expected ...; did you mean ...?} */
  public String headline() {
    StringBuilder text = new StringBuilder();
    text.append(file()).append(':').append(line()).append(':').append(column());
    text.append(": ").append(what);
    if (!expected.isEmpty()) {
      text.append("; expected ").append(expected);
    }
    if (!suggestion.isEmpty()) {
      text.append("; did you mean ").append(suggestion).append('?');
    }
    return text.codePoints()
        .map(Place::printable)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The headline and, where a value is held against what was expected, its line with carets. */
  public String rendered() {
    return expected.isEmpty() ? headline() : headline() + "\n" + place.excerpt();
  }
}
