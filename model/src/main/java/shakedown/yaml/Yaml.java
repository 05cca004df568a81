package shakedown.yaml;

import java.nio.file.Path;

/** Reads YAML 1.2 text of bounded size. Whatever the octets, the answer is a tree or complaints. */
public final class Yaml {

  private Yaml() {}

  /** Reads a file. */
  public static Reading<Node> read(Path path) {
    return TextFile.read(path).then(Yaml::read);
  }

  /** Reads the octets of a file, which must be UTF-8. */
  public static Reading<Node> read(String file, byte[] octets) {
    return TextFile.read(file, octets).then(Yaml::read);
  }

  /** Reads a text that is already decoded. */
  public static Reading<Node> read(Source source, String text) {
    return new Composer(source).compose(text);
  }

  private static Reading<Node> read(TextFile text) {
    return read(text.source(), text.content());
  }
}
