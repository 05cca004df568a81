package shakedown.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts commands as a person does. */
final class Shell {

  static final Path ROOT = root();

  private Shell() {}

  /** What a command said and how it ended. */
  record Ended(int exit, String out, String err) {}

  /** A command that runs. */
  record Running(Process process, CompletableFuture<String> out, CompletableFuture<String> err) {

    Ended await() {
      try {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError("still running; it said " + err.getNow("nothing"));
        }
        return new Ended(process.exitValue(), out.join(), err.join());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    /** What Ctrl-C does. */
    void interrupt() {
      start(ROOT, Map.of(), List.of("kill", "-INT", Long.toString(process.pid()))).await();
    }
  }

  /** The launcher with arguments, started in a folder. */
  static Running shakedown(Path folder, String... arguments) {
    List<String> command = new ArrayList<>();
    // A test that runs in the background ignores interrupts, and so would what it starts.
    command.addAll(List.of("env", "--default-signal=INT", ROOT.resolve("shakedown").toString()));
    command.addAll(Arrays.asList(arguments));
    return start(folder, Map.of(), command);
  }

  static Running start(Path folder, Map<String, String> environment, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      return new Running(process, text(process.getInputStream()), text(process.getErrorStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<String> text(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("shakedown"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new AssertionError("not within the repository");
    }
    return folder;
  }
}
