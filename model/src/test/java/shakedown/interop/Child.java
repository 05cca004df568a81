package shakedown.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A process of another stack's program, its input and output. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration QUIET = Duration.ofMillis(300);

  private final Process process;
  private final StringBuilder output = new StringBuilder();
  private boolean isEnded;

  Child(List<String> command) {
    this(command, Map.of());
  }

  Child(List<String> command, Map<String, String> environment) {
    output.append("$ ").append(String.join(" ", command)).append('\n');
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::collect);
  }

  /** The first line of what a command prints; null where there is no such command. */
  static @Nullable String firstLine(String... command) {
    try (InputStream in = new ProcessBuilder(command).start().getInputStream()) {
      return new String(in.readAllBytes(), UTF_8).lines().findFirst().orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  void say(String words) {
    try {
      process.getOutputStream().write(words.getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      fail("it takes no more words:\n" + output(), e);
    }
  }

  /** Says no more: a client closes its session. */
  void end() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until its output has this. */
  void await(String words) {
    await(Pattern.compile(Pattern.quote(words)));
  }

  synchronized String output() {
    return output.toString();
  }

  synchronized boolean isEnded() {
    return isEnded;
  }

  /** Waits for its last words. */
  synchronized void awaitEnd() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isEnded && System.nanoTime() < deadline) {
      try {
        wait(left(deadline));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Waits until it has nothing more to say: its end, or a while without a word. */
  void awaitQuiet() {
    for (int before = -1; before < output().length() && !isEnded(); ) {
      before = output().length();
      try {
        Thread.sleep(QUIET);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  synchronized Matcher await(Pattern pattern) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Matcher matcher = pattern.matcher(output);
    while (!matcher.find()) {
      if (isEnded || System.nanoTime() > deadline) {
        fail("expected " + pattern + ", came:\n" + output);
      }
      try {
        wait(left(deadline));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      matcher = pattern.matcher(output);
    }
    return matcher;
  }

  /** In milliseconds. */
  private static long left(long deadline) {
    return Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
  }

  private void collect() {
    byte[] buffer = new byte[4096];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        append(new String(buffer, 0, n, UTF_8));
      }
      append("\n(ended with status " + process.waitFor() + ")\n");
    } catch (IOException | InterruptedException e) {
      append("\n" + e);
    }
    ended();
  }

  private synchronized void append(String words) {
    output.append(words);
    notifyAll();
  }

  private synchronized void ended() {
    isEnded = true;
    notifyAll();
  }
}
