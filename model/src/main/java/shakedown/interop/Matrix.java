package shakedown.interop;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import shakedown.wire.Role;

/** The table of all cells, as checked in; each of them has a test. */
public record Matrix(ImmutableList<Program> programs, ImmutableList<Cell> cells) {
  private static final String RUNS = "runs";
  private static final String LACKS = "lacks: ";
  private static final int COLUMNS = 5;

  /** A row of the table. */
  public record Row(String feature, String version) {}

  /** The one that is shipped. */
  public static Matrix shipped() {
    return new Matrix(
        lines("peers.csv").map(Matrix::program).collect(toImmutableList()),
        lines("cells.csv").map(Matrix::cell).collect(toImmutableList()));
  }

  /** In the table's order. */
  public ImmutableList<Row> rows() {
    return cells.stream()
        .map(each -> new Row(each.feature(), each.version()))
        .distinct()
        .collect(toImmutableList());
  }

  public Optional<Cell> find(Row row, Program peer, Role ourRole) {
    return cells.stream()
        .filter(each -> row.equals(new Row(each.feature(), each.version())))
        .filter(each -> each.peer().equals(peer.name()) && each.ourRole() == ourRole)
        .findFirst();
  }

  /** As a line of the table says it. */
  public static String line(Cell cell) {
    String outcome =
        switch (cell.outcome()) {
          case Cell.Runs _ -> RUNS;
          case Cell.Lacks(String words) -> LACKS + words;
        };
    String role = cell.ourRole().name().toLowerCase(Locale.ROOT);
    return String.join(",", cell.feature(), cell.version(), cell.peer(), role, outcome);
  }

  private static Program program(String line) {
    List<String> parts = Splitter.on(',').splitToList(line);
    return new Program(parts.get(0), parts.get(1), parts.get(2));
  }

  private static Cell cell(String line) {
    List<String> parts = Splitter.on(',').limit(COLUMNS).splitToList(line);
    Role role = Role.valueOf(parts.get(3).toUpperCase(Locale.ROOT));
    return new Cell(parts.get(0), parts.get(1), parts.get(2), role, outcome(parts.get(4)));
  }

  private static Cell.Outcome outcome(String words) {
    if (words.equals(RUNS)) {
      return new Cell.Runs();
    }
    if (words.startsWith(LACKS)) {
      return new Cell.Lacks(words.substring(LACKS.length()));
    }
    throw new IllegalArgumentException("an outcome is \"runs\" or \"lacks: ...\", not " + words);
  }

  /** Without the heading. */
  private static Stream<String> lines(String name) {
    try (InputStream in = Matrix.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("not shipped: " + name);
      }
      return new String(in.readAllBytes(), UTF_8).lines().skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
