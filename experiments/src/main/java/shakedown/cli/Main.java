package shakedown.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the launcher enters. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    // Not System.out: its charset is the locale's, and the drawings are UTF-8 everywhere.
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Terminal terminal =
        new Terminal(out, err, isTerminal("shakedown.out"), isTerminal("shakedown.err"));
    int exit = Shakedown.execute(terminal, args);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /** The launcher knows what the streams are; without it they are taken for files. */
  private static boolean isTerminal(String property) {
    return System.getProperty(property, "").equals("terminal");
  }
}
