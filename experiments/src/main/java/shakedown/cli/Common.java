package shakedown.cli;

import picocli.CommandLine.Option;

/** What every verb understands. */
final class Common {

  @Option(
      names = "--json",
      description = "Exactly one JSON document on standard output; text for people on the other.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  boolean help() {
    return help;
  }
}
