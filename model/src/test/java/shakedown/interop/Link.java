package shakedown.interop;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Our end over a socket. */
final class Link implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Who has spoken does not think for as long as one that starts. */
  private static final Duration SILENCE = Duration.ofSeconds(8);

  private static final int GLANCE_MILLIS = 20;

  private final Ours ours;
  private final Socket socket;
  private boolean isCut;
  private long deadline;

  Link(Ours ours, Socket socket) {
    this.ours = ours;
    this.socket = socket;
  }

  static Link to(int port, Ours ours) {
    try {
      return new Link(ours, new Socket(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Carries octets both ways until this holds. */
  void until(BooleanSupplier holds, String expected) {
    deadline = System.nanoTime() + PATIENCE.toNanos();
    flush();
    while (!holds.getAsBoolean()) {
      if (isCut || System.nanoTime() > deadline) {
        fail("expected " + expected + "; " + ours);
      }
      read();
      flush();
    }
  }

  /** Only listens, until this holds. */
  void untilUnanswered(BooleanSupplier holds, String expected) {
    deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (isCut || System.nanoTime() > deadline) {
        fail("expected " + expected + "; " + ours);
      }
      read();
    }
  }

  void flush() {
    try {
      socket.getOutputStream().write(ours.take());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    byte[] buffer = new byte[1 << 16];
    try {
      socket.setSoTimeout(GLANCE_MILLIS);
      int n = socket.getInputStream().read(buffer);
      if (n < 0) {
        isCut = true;
        ours.transportClosed();
      } else {
        ours.receive(Arrays.copyOf(buffer, n));
        deadline = System.nanoTime() + SILENCE.toNanos();
      }
    } catch (SocketTimeoutException _) {
      // nothing came yet
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
