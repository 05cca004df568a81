package shakedown.report.chart;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import shakedown.report.draw.Lettering;

/** Breaks text into lines of a given width, and cuts what cannot be broken. */
final class Wrap {
  private Wrap() {}

  static ImmutableList<String> lines(String text, Lettering lettering, double width) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    String line = "";
    for (String word : Splitter.on(' ').split(text)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && lettering.width(longer) > width) {
        lines.add(cut(line, lettering, width));
        line = word;
      } else {
        line = longer;
      }
    }
    return lines.add(cut(line, lettering, width)).build();
  }

  /** The text, or as much of its beginning as fits with an ellipsis. */
  static String cut(String text, Lettering lettering, double width) {
    if (lettering.width(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && lettering.width(text.substring(0, end) + "…") > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "…";
  }
}
