package shakedown.cli;

import java.util.Locale;

/**
 * One line that is rewritten on a terminal, a plain line each ten seconds elsewhere, nothing where
 * nobody wants it. It is the only place that knows how long things take, and no result sees it.
 */
final class ProgressLine {

  private static final long REWRITE_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 10_000_000_000L;

  private final Terminal terminal;
  private final boolean quiet;
  private final long began = System.nanoTime();
  private long shown = began;
  private boolean open;

  ProgressLine(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
  }

  /** Since it was made. */
  double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Minutes and seconds since it was made, as {@code 00:41}. */
  String clock() {
    return clock(seconds());
  }

  static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60);
  }

  /** Shows a text, unless one was shown a moment ago. */
  synchronized void show(String text) {
    long now = System.nanoTime();
    if (quiet || now - shown < (terminal.errIsTerminal() ? REWRITE_NANOS : PLAIN_NANOS)) {
      return;
    }
    shown = now;
    if (terminal.errIsTerminal()) {
      terminal.err().print("\r" + text + "\u001b[K");
      open = true;
    } else {
      terminal.err().println(text);
    }
    terminal.err().flush();
  }

  /** Takes the line away, so that what follows begins a line of its own. */
  synchronized void clear() {
    if (open) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
      open = false;
    }
  }
}
