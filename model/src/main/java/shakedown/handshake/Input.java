package shakedown.handshake;

import org.jspecify.annotations.Nullable;
import shakedown.rules.Rule;
import shakedown.wire.Message;
import shakedown.wire.Value;

/** What can happen to an endpoint. */
public sealed interface Input {
  record Received(Message message) implements Input {}

  /** Octets that the record layer or the codec refused, and the rule that they broke. */
  record Refused(Rule broken) implements Input {}

  record TransportClosed() implements Input {}

  /** What the application asks for. */
  sealed interface Asked extends Input {}

  record Connect() implements Asked {}

  record Write(Value data) implements Asked {}

  record Close() implements Asked {}

  /** Another handshake of TLS 1.2: from a client at once, from a server by a HelloRequest. */
  record Renegotiate() implements Asked {}

  /**
   * New keys of TLS 1.3 for what this side writes (RFC 8446 4.6.3).
   *
   * @param mutual whether the peer is to update its own too
   */
  record UpdateKeys(boolean mutual) implements Asked {}

  /** The client's certificate, after the handshake (RFC 8446 4.6.2). */
  record Authenticate() implements Asked {}

  /** One more ticket of TLS 1.3 (RFC 8446 4.6.1). */
  record GiveTicket() implements Asked {}

  /**
   * Keys for the application, bound to this session (RFC 5705, RFC 8446 7.5).
   *
   * @param context what they are bound to beside; null if nothing
   * @param length in octets
   */
  record Export(String label, @Nullable Value context, int length) implements Asked {}
}
