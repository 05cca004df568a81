package shakedown.policy.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** First hellos of real programs: whole records. */
final class Captured {
  private static final int RECORD_HEADER = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Captured() {}

  /** Skips the test where there is no OpenSSL 3.0, whose layout is described. */
  static void assumeOpenssl() {
    String version = version();
    assumeTrue(version.startsWith("OpenSSL 3.0"), "needs OpenSSL 3.0 in PATH, but: " + version);
  }

  /** What {@code openssl s_client} says first to a server that never answers. */
  static byte[] ofOpenssl(String... options) {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout((int) PATIENCE.toMillis());
      ImmutableList<String> command =
          ImmutableList.<String>builder()
              .add("openssl", "s_client", "-connect", "127.0.0.1:" + server.getLocalPort())
              .add(options)
              .build();
      Process client =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (Socket connection = server.accept()) {
        connection.setSoTimeout((int) PATIENCE.toMillis());
        return firstRecord(new DataInputStream(connection.getInputStream()));
      } finally {
        client.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a client engine of JSSE says first.
   *
   * @param protocols those that it speaks; none for its own default
   */
  static byte[] ofJsse(String host, String... protocols) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      SSLEngine engine = context.createSSLEngine(host, 443);
      engine.setUseClientMode(true);
      // the JDK offers no key transport; another test of this process may have made it
      engine.setEnabledCipherSuites(
          Arrays.stream(engine.getEnabledCipherSuites())
              .filter(suite -> !suite.startsWith("TLS_RSA_"))
              .toArray(String[]::new));
      if (protocols.length > 0) {
        engine.setEnabledProtocols(protocols);
      }
      ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(ByteBuffer.allocate(0), out);
      return Arrays.copyOf(out.array(), out.position());
    } catch (GeneralSecurityException | SSLException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] firstRecord(DataInputStream in) throws IOException {
    byte[] header = in.readNBytes(RECORD_HEADER);
    int length = ((header[3] & 0xff) << 8) | (header[4] & 0xff);
    return Bytes.concat(header, in.readNBytes(length));
  }

  private static String version() {
    try (InputStream in = new ProcessBuilder("openssl", "version").start().getInputStream()) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      return "none";
    }
  }
}
