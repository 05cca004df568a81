package shakedown.policy.openssl;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import shakedown.wire.CipherSuite;

/** What the installed {@code openssl ciphers} makes of a string. */
final class OpensslCiphers {
  private static final String VERSION = run("openssl", "version").orElse("none");

  private OpensslCiphers() {}

  /** Skips the test where there is no OpenSSL 3.0, whose strings are read. */
  static void assumePresent() {
    assumeTrue(VERSION.startsWith("OpenSSL 3.0"), "needs OpenSSL 3.0 in PATH, but: " + VERSION);
  }

  /** The suites of the model before TLS 1.3 that a string selects; none if it is refused. */
  static ImmutableList<CipherSuite> selected(String string) {
    return usable("-ciphersuites", "", string);
  }

  /** The suites of TLS 1.3. */
  static ImmutableList<CipherSuite> selected13(String ciphersuites) {
    return usable("-tls1_3", "-ciphersuites", ciphersuites);
  }

  private static ImmutableList<CipherSuite> usable(String... options) {
    ImmutableList<String> command =
        ImmutableList.<String>builder()
            .add("openssl", "ciphers", "-s", "-psk")
            .add(options)
            .build();
    return run(command.toArray(String[]::new))
        .map(OpensslCiphers::known)
        .orElse(ImmutableList.of());
  }

  private static ImmutableList<CipherSuite> known(String output) {
    return Splitter.on(':')
        .trimResults()
        .omitEmptyStrings()
        .splitToStream(output)
        .flatMap(name -> CipherSuite.namedByOpenssl(name).stream())
        .collect(toImmutableList());
  }

  private static Optional<String> run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (InputStream in = process.getInputStream()) {
        String output = new String(in.readAllBytes(), UTF_8);
        return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
