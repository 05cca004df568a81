package shakedown.interop;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import shakedown.wire.Role;

/** The matrix as a page of the documentation, in Markdown. */
public final class MatrixPage {
  private static final String HEAD =
      """
      # What runs with which peer

      Written by `./shakedown docs` from the table that the tests read: each cell is a test over
      loopback (the JDK's in memory), and the page cannot say more than they found.

      In a cell, **yes** is a handshake that completed with data in both directions and with the
      feature negotiated, as our end saw it, or that the server refused with the right alert where
      the row says so. A number is a note below: the peer lacks the feature,
      in its own words or by what it said on the wire. What no peer has, vectors of the RFCs and our
      two roles against each other stand for.

      """;

  private final Matrix matrix;
  private final List<String> notes = new ArrayList<>();

  private MatrixPage(Matrix matrix) {
    this.matrix = matrix;
  }

  /** The whole page. */
  public static String of(Matrix matrix) {
    return new MatrixPage(matrix).page();
  }

  private String page() {
    var page = new StringBuilder(HEAD);
    page.append("| peer | version |\n| --- | --- |\n");
    matrix
        .programs()
        .forEach(
            each ->
                page.append("| ")
                    .append(each.title())
                    .append(" | ")
                    .append(each.version())
                    .append(" |\n"));
    page.append("\nHow many cells run: ")
        .append(count())
        .append(" of ")
        .append(matrix.cells().size());
    page.append(".\n\n").append(heading());
    matrix.rows().forEach(row -> page.append(line(row)));
    page.append("\n## Notes\n\n");
    for (int i = 0; i < notes.size(); i++) {
      page.append(i + 1).append(". ").append(notes.get(i)).append('\n');
    }
    return page.toString();
  }

  private long count() {
    return matrix.cells().stream().filter(each -> each.outcome() instanceof Cell.Runs).count();
  }

  private String heading() {
    ImmutableList<String> columns =
        columns()
            .map(
                each ->
                    each.program().title()
                        + " "
                        + branch(each.program())
                        + ", we are the "
                        + word(each.role()))
            .collect(ImmutableList.toImmutableList());
    return "| feature | version | "
        + String.join(" | ", columns)
        + " |\n|"
        + " --- |".repeat(columns.size() + 2)
        + "\n";
  }

  private String line(Matrix.Row row) {
    return columns()
        .map(
            column -> matrix.find(row, column.program(), column.role()).map(this::shown).orElse(""))
        .collect(joining(" | ", "| " + row.feature() + " | " + row.version() + " | ", " |\n"));
  }

  private String shown(Cell cell) {
    return switch (cell.outcome()) {
      case Cell.Runs _ -> "**yes**";
      case Cell.Lacks(String words) -> Integer.toString(note(cell, words));
    };
  }

  /** Notes that say the same of the same peer are one. */
  private int note(Cell cell, String words) {
    String note = title(cell.peer()) + ": `" + words + "`";
    if (!notes.contains(note)) {
      notes.add(note);
    }
    return notes.indexOf(note) + 1;
  }

  private String title(String peer) {
    return matrix.programs().stream()
        .filter(each -> each.name().equals(peer))
        .map(each -> each.title() + " " + branch(each))
        .findFirst()
        .orElse(peer);
  }

  private record Column(Program program, Role role) {}

  private Stream<Column> columns() {
    return matrix.programs().stream()
        .flatMap(each -> Stream.of(Role.values()).map(role -> new Column(each, role)));
  }

  private static String word(Role role) {
    return switch (role) {
      case CLIENT -> "client";
      case SERVER -> "server";
    };
  }

  private static String branch(Program program) {
    return program.version().substring(0, program.version().lastIndexOf('.'));
  }
}
