package shakedown.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command without a verb. */
@Command(
    name = "shakedown",
    mixinStandardHelpOptions = true,
    version = "shakedown 0.1.0",
    description =
        "Is a TLS deployment right, and what does it cost? One model, checked and measured.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ./shakedown run experiments/configs/optimisations.yaml",
      "  ./shakedown explore specs/scenarios/tls13-full.yaml",
      "",
      "Exit codes: 0 as expected, 1 ran but not as expected, 2 bad input, 130 interrupted."
    })
final class Shakedown implements Runnable {

  private final Terminal terminal;

  private Shakedown(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs one command line and answers with its exit code. */
  static int execute(Terminal terminal, String... args) {
    CommandLine line = new CommandLine(new Shakedown(terminal));
    line.addSubcommand(new Run(terminal));
    line.addSubcommand(new Explore(terminal));
    line.addSubcommand(new Calibrate(terminal));
    line.addSubcommand(new Docs(terminal));
    line.addSubcommand(new Bench(terminal));
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.outIsTerminal() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((e, wrong) -> usage(terminal, e));
    line.setExecutionExceptionHandler((e, command, result) -> failure(terminal, e));
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      terminal.err().println("shakedown: memory ran out; it ran with " + memory() + " MiB");
    } catch (Error e) {
      return failure(terminal, e);
    }
    return Exit.NOT_AS_EXPECTED;
  }

  @Override
  public void run() {
    CommandLine.usage(CommandSpec.forAnnotatedObject(this).commandLine(), terminal.out());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, UTF_8);
  }

  private static int usage(Terminal terminal, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println("shakedown: " + e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream()
          .findFirst()
          .ifPresent(each -> terminal.err().println("did you mean " + each + "?"));
    }
    terminal.err().println("see ./" + command + " --help");
    return Exit.BAD_INPUT;
  }

  /** A fault of ours: the person gets a sentence, and who mends it a place to look at. */
  private static int failure(Terminal terminal, Throwable e) {
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      return Faults.show(terminal, "cannot read or write: " + e.getMessage());
    }
    StackTraceElement[] stack = e.getStackTrace();
    String place = stack.length == 0 ? "" : " at " + stack[0];
    terminal.err().println("shakedown: a fault of its own, not of yours: " + e + place);
    return Exit.NOT_AS_EXPECTED;
  }

  private static long memory() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
