package shakedown.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are complete or absent, whenever the process ends. */
public final class Whole {
  private Whole() {}

  /** Writes text bit by bit. */
  public interface Text {
    void to(Writer out) throws IOException;
  }

  /** Writes beside the file, then gives it its name; makes its folder if there is none. */
  public static void write(Path file, byte[] octets) throws IOException {
    Path draft = draft(file);
    Files.write(draft, octets);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Likewise, for text too long to be held. */
  public static void write(Path file, Text text) throws IOException {
    Path draft = draft(file);
    try (Writer out = Files.newBufferedWriter(draft)) {
      text.to(out);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path draft(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return file.resolveSibling(file.getFileName() + ".draft");
  }
}
