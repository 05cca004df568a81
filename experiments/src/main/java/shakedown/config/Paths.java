package shakedown.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import shakedown.yaml.Complaint;
import shakedown.yaml.Node;
import shakedown.yaml.Reading;

/** Files that an experiment names, seen from its own folder. */
final class Paths {

  private Paths() {}

  static Reading<Path> within(Node node, Path folder, String name) {
    try {
      return Reading.of(folder.resolve(name).normalize());
    } catch (InvalidPathException e) {
      return Reading.refused(
          new Complaint(node.place(), node.described() + " is no path", "the path of a file"));
    }
  }
}
