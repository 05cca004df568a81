package shakedown.yaml;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** A node of a YAML document. Scalars stay text: what they mean is their reader's to say. */
public sealed interface Node {

  Place place();

  /** What it is, in a complaint. */
  String described();

  /** A text, plain or quoted. */
  record Scalar(Place place, String text) implements Node {

    /**
     * Where a part of the text stands, if it stands in one line and as it is read.
     *
     * @param from counted from 0, in characters of the text
     */
    public Place part(int from, int length) {
      int quote = Math.max(0, (place.length() - text.codePointCount(0, text.length())) / 2);
      int before = text.codePointCount(0, Math.min(from, text.length()));
      return new Place(
          place.source(), place.line(), place.column() + quote + before, Math.max(1, length));
    }

    @Override
    public String described() {
      return text.isEmpty() ? "nothing" : text;
    }
  }

  /** A list. */
  record Sequence(Place place, ImmutableList<Node> items) implements Node {

    @Override
    public String described() {
      return "a list";
    }
  }

  /** Keys and values in the order of the text; no key twice. */
  record Mapping(Place place, ImmutableList<Entry> entries) implements Node {

    /** The value of a key. */
    public Optional<Node> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().text().equals(key))
          .map(Entry::value)
          .findFirst();
    }

    @Override
    public String described() {
      return "a mapping";
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, Node value) {}
}
