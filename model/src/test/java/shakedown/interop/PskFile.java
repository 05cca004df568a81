package shakedown.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key that both ends know, as GnuTLS reads it. */
final class PskFile {
  private PskFile() {}

  static Path file() {
    try {
      Path file = Files.createTempFile("keys", ".psk");
      file.toFile().deleteOnExit();
      return Files.writeString(file, Us.PSK_IDENTITY + ":" + Us.PSK + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
