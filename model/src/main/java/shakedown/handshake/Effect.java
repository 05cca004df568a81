package shakedown.handshake;

import org.jspecify.annotations.Nullable;
import shakedown.crypto.Keys;
import shakedown.wire.CipherSuite;
import shakedown.wire.Message;
import shakedown.wire.Version;

/** What an endpoint does, in order. */
public sealed interface Effect {
  record Send(Message message) implements Effect {}

  /** Null keys for plain records. */
  record WriteUnder(Epoch epoch, @Nullable Keys keys) implements Effect {}

  record ReadUnder(Epoch epoch, Keys keys) implements Effect {}

  /**
   * From here on messages and records are those of this version and suite: the same type on the
   * wire is another message in 1.2 and 1.3, and a ClientKeyExchange differs by suite.
   */
  record Speak(Version version, CipherSuite suite) implements Effect {}

  /** What does not open is skipped, until something does (RFC 8446 4.2.10). */
  record SkipEarlyData() implements Effect {}

  /** What was sent so far leaves the endpoint here. */
  record Flush() implements Effect {}

  /**
   * From here on records are no larger.
   *
   * @param octets of their plaintext, which in TLS 1.3 has a content type and padding (RFC 8449 4)
   */
  record WriteAtMost(int octets) implements Effect {}

  /** From here on larger records are refused; counted in the same way. */
  record ReadAtMost(int octets) implements Effect {}

  record Claim(Signal signal) implements Effect {}
}
