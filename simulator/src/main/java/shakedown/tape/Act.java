package shakedown.tape;

import static com.google.common.base.Preconditions.checkArgument;

import shakedown.crypto.Operation;

/** One thing that a side does within a move. */
public sealed interface Act {
  /** An operation takes CPU. */
  record Compute(Operation operation) implements Act {}

  /**
   * A message is read or written, which takes CPU beside the operations: allocation, parsing,
   * state.
   *
   * @param message the name of its type, as {@code ClientHello}
   */
  record Handle(String message) implements Act {}

  /**
   * Octets go to the stream.
   *
   * @param octets a record with its header
   * @param buffered whether it waits for a {@link Flush} in the stack's handshake buffer; one that
   *     does not takes along, in one write, what is waiting there
   */
  record Write(int octets, boolean buffered) implements Act {
    public Write {
      checkArgument(octets > 0, "a write of %s octets; expected at least one", octets);
    }
  }

  /** What waits in the handshake buffer goes to the stream. */
  record Flush() implements Act {}

  /** The side has reached a milestone. */
  record Claim(Milestone milestone) implements Act {}
}
