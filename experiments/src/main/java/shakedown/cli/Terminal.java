package shakedown.cli;

import java.io.PrintStream;

/**
 * Where a command speaks.
 *
 * @param out results: exactly one JSON document with {@code --json}
 * @param err all else
 * @param outIsTerminal whether a person sees {@code out}, so that colour may help
 * @param errIsTerminal whether a person sees {@code err}, so that a line may be rewritten
 */
record Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {

  /** Nothing is needed of colour to understand a text; it only helps to find things in it. */
  enum Colour {
    GOOD("32"),
    BAD("31"),
    MUTED("2"),
    STRONG("1");

    private final String code;

    Colour(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** The text in a colour where results are shown, else plain. */
  String coloured(Colour colour, String text) {
    return outIsTerminal ? "\u001b[" + colour.code() + "m" + text + "\u001b[0m" : text;
  }
}
