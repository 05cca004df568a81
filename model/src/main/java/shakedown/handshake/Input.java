package shakedown.handshake;

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
}
