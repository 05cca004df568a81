package shakedown.pki;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** What is between the lines of dashes in a file (RFC 7468 2). */
final class Pem {
  /** Ten times the longest chain that a handshake message can reasonably hold. */
  private static final int MOST_OCTETS = 1 << 20;

  private Pem() {}

  /**
   * At least one object.
   *
   * @throws CertificateFileError if the file can't be read, is too long, or holds none
   */
  static ImmutableList<PemObject> objects(Path file) throws CertificateFileError {
    var objects = ImmutableList.<PemObject>builder();
    try (PemReader reader = new PemReader(new StringReader(text(file)))) {
      for (PemObject object = reader.readPemObject();
          object != null;
          object = reader.readPemObject()) {
        objects.add(object);
      }
    } catch (IOException | RuntimeException garbled) {
      // The reader throws what its decoder of base 64 comes across.
      throw new CertificateFileError(file, "garbled; expected PEM, with -----BEGIN and -----END");
    }
    ImmutableList<PemObject> found = objects.build();
    if (found.isEmpty()) {
      throw new CertificateFileError(file, "nothing in it; expected PEM, with -----BEGIN");
    }
    return found;
  }

  static CertificateFileError unexpected(Path file, PemObject object, String expected) {
    return new CertificateFileError(
        file, "has a " + object.getType() + "; expected " + expected + " only");
  }

  private static String text(Path file) throws CertificateFileError {
    return new String(octets(file), US_ASCII);
  }

  /**
   * All of a file.
   *
   * @throws CertificateFileError if it can't be read or is too long
   */
  static byte[] octets(Path file) throws CertificateFileError {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(MOST_OCTETS + 1);
      if (octets.length > MOST_OCTETS) {
        throw new CertificateFileError(file, "longer than " + MOST_OCTETS + " octets");
      }
      return octets;
    } catch (NoSuchFileException e) {
      throw new CertificateFileError(file, "no such file");
    } catch (IOException e) {
      throw new CertificateFileError(file, "can't be read");
    }
  }
}
