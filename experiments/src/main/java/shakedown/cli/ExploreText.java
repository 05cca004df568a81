package shakedown.cli;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shakedown.cli.Terminal.Colour;
import shakedown.trace.SequenceDiagram;
import shakedown.trace.Trace;
import shakedown.world.Finding;
import shakedown.world.Report;

/** What a person reads after {@code explore}. */
final class ExploreText {

  private static final ImmutableSet<String> GOOD =
      ImmutableSet.of("holds", "holds-within", "holds-vacuously", "reached");

  private final Terminal terminal;
  private final Path file;
  private final Report report;
  private final double seconds;

  ExploreText(Terminal terminal, Path file, Report report, double seconds) {
    this.terminal = terminal;
    this.file = file;
    this.report = report;
    this.seconds = seconds;
  }

  void print(PrintStream to) {
    to.println(terminal.coloured(Colour.STRONG, report.scenario().question()));
    to.println(answer() + " within " + report.bounds());
    to.println(counts());
    to.println();
    report.verdicts().forEach(finding -> to.println(line(finding)));
    to.println();
    to.println(
        String.format(
            Locale.ROOT,
            "exact store, no collision possible     %.1f bytes a state",
            report.bytesPerState()));
    report.verdicts().stream()
        .filter(finding -> !GOOD.contains(finding.verdict()))
        .forEach(finding -> story(to, finding, finding.trace()));
    to.println();
    to.println("again, for programs:  ./shakedown explore " + file + " --json");
  }

  private String answer() {
    ImmutableList<String> bad =
        report.verdicts().stream()
            .filter(finding -> !GOOD.contains(finding.verdict()))
            .map(finding -> finding.property() + " " + words(finding.verdict()))
            .collect(ImmutableList.toImmutableList());
    if (bad.isEmpty()) {
      return terminal.coloured(Colour.GOOD, "all " + report.verdicts().size() + " properties hold");
    }
    String end = report.asExpected() ? ", as expected," : ", which was not expected,";
    return terminal.coloured(
        report.asExpected() ? Colour.GOOD : Colour.BAD, String.join(", ", bad) + end);
  }

  private String counts() {
    return String.format(
        Locale.ROOT,
        "%,d states   %,d transitions   depth %d   %.1f s",
        report.states(),
        report.transitions(),
        report.depth(),
        seconds);
  }

  private String line(Finding finding) {
    String expected = finding.asExpected() ? "" : "     expected: " + words(finding.expected());
    return padded(finding, Finding::property)
        + terminal.coloured(
            finding.asExpected() ? Colour.GOOD : Colour.BAD, padded(finding, ExploreText::verdict))
        + terminal.coloured(Colour.MUTED, finding.promise())
        + expected;
  }

  /** As wide as the widest of its column, and three blanks. */
  private String padded(Finding finding, Function<Finding, String> column) {
    int width = report.verdicts().stream().map(column).mapToInt(String::length).max().orElse(0);
    return Strings.padEnd(column.apply(finding), width + 3, ' ');
  }

  private static String verdict(Finding finding) {
    Trace trace = finding.trace();
    return words(finding.verdict()) + (trace == null ? "" : " in " + trace.steps() + " steps");
  }

  private void story(PrintStream to, Finding finding, @Nullable Trace trace) {
    if (trace == null) {
      return;
    }
    String fails = terminal.coloured(Colour.BAD, finding.property() + " FAILS");
    to.println();
    to.println(fails + " in " + trace.steps() + " steps, against: " + finding.promise());
    to.println();
    SequenceDiagram.of(trace).forEach(to::println);
  }

  private static String words(String verdict) {
    return verdict.replace('-', ' ');
  }
}
