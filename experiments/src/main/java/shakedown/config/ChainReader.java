package shakedown.config;

import java.nio.file.Path;
import shakedown.pki.CertificateFileError;
import shakedown.pki.CertificateFiles;
import shakedown.pki.ServerFile;
import shakedown.yaml.Complaint;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;

/** Reads a server's chain from a PEM file. */
final class ChainReader {

  private static final String EXPECTED =
      "a PEM file of certificates, leaf first, as a web server is given";

  private ChainReader() {}

  static Reader<ServerFile> within(Path folder) {
    return node ->
        Readers.TEXT
            .read(node)
            .then(name -> Paths.within(node, folder, name).then(path -> read(node, path)));
  }

  private static Reading<ServerFile> read(Node node, Path path) {
    try {
      return Reading.of(CertificateFiles.server(path));
    } catch (CertificateFileError e) {
      return Reading.refused(new Complaint(node.place(), e.file() + ": " + e.what(), EXPECTED));
    }
  }
}
