package shakedown.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shakedown.handshake.Credentials;
import shakedown.policy.Policy;
import shakedown.wire.NamedGroup;

/** A process of openssl, its input and output. */
final class OpenSsl implements AutoCloseable {
  private static final @Nullable String VERSION = version();
  private static final Pattern KNOWN = Pattern.compile("OpenSSL (1\\.1\\.1|[3-9])");
  private static final Pattern COMPRESSING = Pattern.compile("OpenSSL (3\\.([2-9]|\\d\\d)|[4-9])");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern PORT = Pattern.compile("ACCEPT .*:(\\d+)\\s");

  private final Process process;
  private final StringBuilder output = new StringBuilder();
  private boolean isEnded;

  /** Skips the test where there is no openssl. */
  static void assumePresent() {
    assumeTrue(
        VERSION != null && KNOWN.matcher(VERSION).lookingAt(),
        "no OpenSSL 1.1.1 or later in PATH, but: " + VERSION);
  }

  /** Skips the test where openssl cannot compress certificates (RFC 8879). */
  static void assumeCompresses() {
    assumePresent();
    assumeTrue(
        VERSION != null && COMPRESSING.matcher(VERSION).lookingAt(),
        "certificates are compressed from OpenSSL 3.2 on; here is " + VERSION);
  }

  /** A server at a free port of loopback. */
  static OpenSsl server(Variant variant, String... options) {
    return new OpenSsl(
        ImmutableList.<String>builder()
            .add("openssl", "s_server", "-accept", "127.0.0.1:0")
            .add("-cert", variant.chain().chainFile().toString())
            .add("-cert_chain", intermediates(variant).toString())
            .add("-key", variant.chain().keyFile().toString())
            .add("-groups", groups(variant.theirs()))
            .add(options)
            .build());
  }

  /** A client of a server at loopback. */
  static OpenSsl client(Variant variant, int port, String... options) {
    return new OpenSsl(
        ImmutableList.<String>builder()
            .add("openssl", "s_client", "-connect", "127.0.0.1:" + port)
            .add("-servername", variant.ours().host())
            .add("-verify_hostname", variant.ours().host())
            .add("-groups", groups(variant.ours()))
            .add("-CAfile", variant.chain().rootFile().toString())
            .add("-verify_return_error")
            .add(options)
            .build());
  }

  private OpenSsl(ImmutableList<String> command) {
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::collect);
  }

  /** Where a server listens. */
  int port() {
    Matcher found = await(PORT);
    return Integer.parseInt(found.group(1));
  }

  /** One whole session with this server: both talk, and our client closes. */
  Ours visited(Variant variant, Credentials credentials, int number) throws IOException {
    Ours client = Ours.client(variant.ours(), variant.chain(), credentials, number);
    try (Link link = Link.to(port(), client)) {
      client.connect();
      link.until(client::isConnected, "a handshake");
      client.say("from us " + number + "\n");
      link.flush();
      await("from us " + number);
      say("from them " + number + "\n");
      link.until(() -> client.heard().endsWith("from them " + number + "\n"), "words");
      client.close();
      link.flush();
    }
    return client;
  }

  void say(String words) {
    try {
      process.getOutputStream().write(words.getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      fail("openssl takes no more words:\n" + output(), e);
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

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private synchronized Matcher await(Pattern pattern) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Matcher matcher = pattern.matcher(output);
    while (!matcher.find()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (isEnded || left <= 0) {
        fail("expected " + pattern + " of openssl, came:\n" + output);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      matcher = pattern.matcher(output);
    }
    return matcher;
  }

  private void collect() {
    byte[] buffer = new byte[4096];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        append(new String(buffer, 0, n, UTF_8));
      }
    } catch (IOException e) {
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

  private static String groups(Policy policy) {
    return policy.groups().stream()
        .map(group -> group.equals(NamedGroup.SECP256R1) ? "P-256" : "X25519")
        .collect(joining(":"));
  }

  /** The chain without its leaf, which openssl would send twice. */
  private static Path intermediates(Variant variant) {
    String end = "-----END CERTIFICATE-----\n";
    try {
      String chain = Files.readString(variant.chain().chainFile());
      Path file = Files.createTempFile("intermediates", ".pem");
      file.toFile().deleteOnExit();
      return Files.writeString(file, chain.substring(chain.indexOf(end) + end.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String version() {
    try (InputStream in = new ProcessBuilder("openssl", "version").start().getInputStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      return null;
    }
  }
}
