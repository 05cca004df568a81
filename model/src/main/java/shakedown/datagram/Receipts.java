package shakedown.datagram;

import com.google.common.collect.ImmutableList;

/**
 * What the peer may want to know of what it sent.
 *
 * @param done whether the handshake is complete
 * @param from the number of the first message that must be acknowledged, since no other answers it
 * @param heard the records of the peer's present flight
 * @param changeCipherSpec whether one came that is not due yet
 */
record Receipts(
    boolean done, int from, ImmutableList<RecordNumber> heard, boolean changeCipherSpec) {
  static final Receipts NONE = new Receipts(false, Integer.MAX_VALUE, ImmutableList.of(), false);

  Receipts plus(RecordNumber number) {
    return new Receipts(
        done, from, Kept.last(Kept.plus(heard, number), Limits.ACKNOWLEDGED), changeCipherSpec);
  }

  /** The peer's flight is answered. */
  Receipts answered() {
    return new Receipts(done, from, ImmutableList.of(), changeCipherSpec);
  }

  Receipts done(int first) {
    return new Receipts(true, first, heard, changeCipherSpec);
  }

  Receipts changing(boolean came) {
    return new Receipts(done, from, heard, came);
  }
}
