package shakedown.datagram;

import shakedown.crypto.MessageNumbers;
import shakedown.handshake.Endpoint;
import shakedown.wire.Dialect;

/**
 * An endpoint over datagrams, which may be lost, come twice or in another order. Immutable.
 *
 * @param numbers of the messages so far
 * @param incoming messages on their way
 * @param outstanding what may have to be sent again
 * @param receipts what the peer may want to know of
 */
public record Conversation(
    Endpoint state,
    Dialect dialect,
    MessageNumbers numbers,
    Reading reading,
    Reassembly incoming,
    Writing writing,
    Outstanding outstanding,
    Receipts receipts) {
  /** One in which nothing is said yet. */
  public static Conversation of(Endpoint start) {
    return after(start, 0, 0);
  }

  /**
   * One that others have begun, and forgotten.
   *
   * @param message the number of the next message of either side
   * @param sequence the number of the next record
   */
  static Conversation after(Endpoint start, int message, long sequence) {
    return new Conversation(
        start,
        Dialect.UNDECIDED_DATAGRAM,
        new MessageNumbers(MessageNumbers.NONE.said(), message),
        Reading.START,
        Reassembly.from(message),
        Writing.from(sequence),
        Outstanding.NOTHING,
        Receipts.NONE);
  }

  /** A pure function: the same event in the same setting has the same outcome. */
  public Outcome on(Event event, Setting setting) {
    return new Turn(this, setting).take(event);
  }
}
