package shakedown.conformance;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What RFCs let an endpoint answer to a fault in a field of a message. */
final class Fields {
  /** What an endpoint does that does not see the fault, or need not mind it. */
  static final String GOES_ON = "-";

  /**
   * One line: the answers that are allowed.
   *
   * @param because why it may go on as well; empty if it may not
   */
  record Line(String message, String field, ImmutableSet<String> alerts, String because) {
    ImmutableSet<String> allowed() {
      return because.isEmpty()
          ? alerts
          : ImmutableSet.<String>builder().addAll(alerts).add(GOES_ON).build();
    }
  }

  private static final Splitter COMMAS = Splitter.on(',').limit(4).trimResults();
  private static final Splitter BARS = Splitter.on('|').omitEmptyStrings();

  /** By message and field. */
  private final ImmutableTable<String, String, Line> lines;

  private Fields(ImmutableTable<String, String, Line> lines) {
    this.lines = lines;
  }

  static Fields read() {
    try (Stream<String> text =
        Resources.asCharSource(
                Resources.getResource("conformance/fields.csv"), StandardCharsets.UTF_8)
            .lines()) {
      return new Fields(
          text.skip(1)
              .map(Fields::line)
              .collect(ImmutableTable.toImmutableTable(Line::message, Line::field, line -> line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String text) {
    List<String> parts = COMMAS.splitToList(text);
    return new Line(
        parts.get(0), parts.get(1), ImmutableSet.copyOf(BARS.split(parts.get(2))), parts.get(3));
  }

  Table<String, String, Line> lines() {
    return lines;
  }

  /** The line of a field; else that of any other extension of its message, or any other field. */
  Optional<Line> of(String message, String field) {
    return Stream.of(field, field.startsWith("/") ? "/*" : "*", "*")
        .map(key -> lines.get(message, key))
        .filter(line -> line != null)
        .findFirst();
  }
}
