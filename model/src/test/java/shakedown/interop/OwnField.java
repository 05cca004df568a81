package shakedown.interop;

import java.nio.file.Path;

/** A finite field that no RFC names. */
final class OwnField {
  private OwnField() {}

  static Path file() {
    return Path.of("src/test/resources/shakedown/interop/own-field.pem");
  }
}
