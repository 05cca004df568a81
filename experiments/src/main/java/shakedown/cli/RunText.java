package shakedown.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintStream;
import java.nio.file.Path;
import shakedown.cli.Terminal.Colour;
import shakedown.report.Console;
import shakedown.report.Origin;
import shakedown.run.Results;

/** What {@code run} tells a person: the answer, the table, where the files are, what next. */
final class RunText {
  private final Terminal terminal;
  private final PrintStream out;

  RunText(Terminal terminal, PrintStream out) {
    this.terminal = terminal;
    this.out = out;
  }

  void print(Results results, Path folder, ImmutableList<String> charts, Origin origin) {
    Console console = new Console(results);
    out.println(terminal.coloured(Colour.STRONG, console.question()));
    out.println(terminal.coloured(Colour.GOOD, console.answer()));
    out.println();
    out.println(console.conditions());
    out.println();
    out.print(console.table());
    out.println(console.tail());
    out.println();
    out.println(
        folder.resolve("report.html")
            + "    charts/"
            + charts.getFirst()
            + ".svg  (+"
            + (charts.size() - 1)
            + ")    results.csv  summary.json");
    out.println(
        terminal.coloured(
            Colour.MUTED,
            "again, with your network:  " + origin.command() + " --set network.rtt=180ms"));
  }
}
