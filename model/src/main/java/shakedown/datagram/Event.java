package shakedown.datagram;

import shakedown.handshake.Input;
import shakedown.wire.Octets;

/** What can happen to a conversation. */
public sealed interface Event {
  record Arrived(Octets datagram) implements Event {}

  /** The time that was set last is over. */
  record TimerFired() implements Event {}

  /** The application asks, or the transport is gone. */
  record Told(Input input) implements Event {}
}
