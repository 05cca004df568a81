package shakedown.cli;

import com.google.common.collect.ImmutableList;
import shakedown.yaml.Complaint;

/** Shows what is wrong with an input. */
final class Faults {

  private Faults() {}

  /**
   * All faults with their places, and how many.
   *
   * @param undone what did not happen, as {@code nothing was run}
   */
  static int show(Terminal terminal, ImmutableList<Complaint> faults, String undone) {
    faults.forEach(fault -> terminal.err().println(fault.rendered()));
    String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
    terminal.err().println(count + "; " + undone);
    return Exit.BAD_INPUT;
  }

  /** One thing that is wrong and has no place in a text. */
  static int show(Terminal terminal, String fault) {
    terminal.err().println("shakedown: " + fault);
    return Exit.BAD_INPUT;
  }
}
