package shakedown.yaml;

import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that a person probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The known name with the fewest edits, the first of equals, at most a third of the name away
   * (and two at least); empty if none is so near.
   */
  public static String to(String said, Iterable<String> known) {
    String meant = said.toLowerCase(Locale.ROOT).replace('_', '-');
    int limit = Math.max(2, meant.length() / 3);
    if (meant.length() > 64) {
      return "";
    }
    LevenshteinDistance distance = new LevenshteinDistance(limit);
    String nearest = "";
    int fewest = limit + 1;
    for (String name : known) {
      int edits = distance.apply(meant, name.toLowerCase(Locale.ROOT));
      if (edits >= 0 && edits < fewest && edits < name.length()) {
        nearest = name;
        fewest = edits;
      }
    }
    return nearest;
  }
}
