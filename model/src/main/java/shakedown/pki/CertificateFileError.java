package shakedown.pki;

import com.google.common.base.Splitter;
import java.nio.file.Path;

/** A file of certificates or keys that can't be used: which, and what was expected of it. */
public final class CertificateFileError extends Exception {
  private final Path file;
  private final String complaint;

  CertificateFileError(Path file, String complaint) {
    super(file + ": " + complaint);
    this.file = file;
    this.complaint = complaint;
  }

  public Path file() {
    return file;
  }

  /** What is wrong, without the file's name and what was expected. */
  public String what() {
    return Splitter.on(';').splitToStream(complaint).findFirst().orElse(complaint);
  }
}
