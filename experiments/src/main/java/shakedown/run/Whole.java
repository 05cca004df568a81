package shakedown.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are complete or absent, whenever the process ends. */
public final class Whole {
  private Whole() {}

  /** Writes beside the file, then gives it its name; makes its folder if there is none. */
  public static void write(Path file, byte[] octets) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.write(draft, octets);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
