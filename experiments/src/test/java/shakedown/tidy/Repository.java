package shakedown.tidy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files of the repository, in the order of their names. */
final class Repository {

  static final Path ROOT = root();
  static final ImmutableList<String> MODULES =
      ImmutableList.of("model", "simulator", "specs", "experiments");

  private Repository() {}

  /** Sources of every module, tests too. */
  static ImmutableList<Path> sources() {
    return MODULES.stream()
        .flatMap(module -> below(module + "/src").stream())
        .filter(file -> file.toString().endsWith(".java"))
        .collect(ImmutableList.toImmutableList());
  }

  /** The files below a folder; none if there is no such folder. */
  static ImmutableList<Path> below(String folder) {
    Path start = ROOT.resolve(folder);
    if (!Files.isDirectory(start)) {
      return ImmutableList.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !name(file).contains("/target/"))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The packages of each module. */
  static ImmutableSetMultimap<String, String> packages() {
    ImmutableSetMultimap.Builder<String, String> packages = ImmutableSetMultimap.builder();
    for (String module : MODULES) {
      Path java = ROOT.resolve(module).resolve("src/main/java");
      for (Path file : below(module + "/src/main/java")) {
        packages.put(module, java.relativize(file.resolveSibling("")).toString().replace('/', '.'));
      }
    }
    return packages.build();
  }

  /** Seen from the root. */
  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("shakedown")) || !Files.exists(folder.resolve("model"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new AssertionError("not within the repository");
      }
    }
    return folder;
  }
}
