package shakedown.report;

import com.google.common.collect.ImmutableList;

/** A table of text: a head, and rows as wide as it. */
public record Table(ImmutableList<String> head, ImmutableList<ImmutableList<String>> rows) {
  public Table {
    for (ImmutableList<String> row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException(row + "; expected " + head.size() + " cells");
      }
    }
  }
}
