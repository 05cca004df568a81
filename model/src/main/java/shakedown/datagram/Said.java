package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Octets;

/**
 * A part of a flight, as it may be said again: under the same keys, in a new record (RFC 9147 5.8).
 *
 * @param as the records that brought it, the last one last
 */
record Said(int epoch, int type, Octets content, ImmutableList<RecordNumber> as) {
  Said again(RecordNumber number) {
    return new Said(epoch, type, content, Kept.last(Kept.plus(as, number), Limits.ACKNOWLEDGED));
  }

  boolean isIn(Acknowledgement told) {
    return as.stream().anyMatch(told.records()::contains);
  }

  /** Whether something came that was sent after it. */
  boolean isBehind(Acknowledgement told) {
    return told.records().stream().anyMatch(each -> each.compareTo(as.getLast()) > 0);
  }
}
