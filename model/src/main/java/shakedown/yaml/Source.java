package shakedown.yaml;

import com.google.common.collect.ImmutableList;

/**
 * The text that a place points into.
 *
 * @param file the path as the person wrote it, or the option that brought the text
 * @param lines the text's lines without their ends
 */
public record Source(String file, ImmutableList<String> lines) {

  /** A text cut into lines at {@code \n}, {@code \r\n} and {@code \r}. */
  public static Source of(String file, String text) {
    return new Source(file, text.lines().collect(ImmutableList.toImmutableList()));
  }

  /** A line counted from 1; empty beyond the end. */
  String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
