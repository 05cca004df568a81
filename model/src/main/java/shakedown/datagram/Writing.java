package shakedown.datagram;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.DatagramProtection;
import shakedown.wire.Octets;

/**
 * The direction that an endpoint writes. Immutable.
 *
 * @param epochs whose keys are kept, the present one last
 * @param later epochs that begin when all that was said has come (RFC 9147 8)
 * @param limit how large a record the peer takes, in octets of its plaintext
 */
record Writing(ImmutableList<WriteEpoch> epochs, ImmutableList<WriteEpoch> later, int limit) {
  /**
   * Plain records only.
   *
   * @param next the first one's sequence number
   */
  static Writing from(long next) {
    return new Writing(
        ImmutableList.of(new WriteEpoch(0, null, next)), ImmutableList.of(), Limits.RECORD);
  }

  /** What was written, as which record, and where that leaves the direction. */
  record Written(Writing writing, RecordNumber number, Octets record) {}

  int epoch() {
    return epochs.getLast().number();
  }

  Writing atMost(int octets) {
    return new Writing(epochs, later, octets);
  }

  /** How much content a record in such a datagram has, and something. */
  int most(int maxDatagram) {
    return Math.max(1, Math.min(maxDatagram - overhead(), limit - Limits.TYPE));
  }

  private int overhead() {
    return epochs.getLast().overhead();
  }

  boolean has(int epoch) {
    return epochs.stream().anyMatch(each -> each.number() == epoch);
  }

  /** Writes under the keys of an epoch that it has. */
  Written write(int epoch, int type, Octets content) {
    WriteEpoch under =
        epochs.stream().filter(each -> each.number() == epoch).findFirst().orElseThrow();
    ImmutableList<WriteEpoch> advanced =
        epochs.stream()
            .map(each -> each.number() == epoch ? each.advanced() : each)
            .collect(toImmutableList());
    return new Written(
        new Writing(advanced, later, limit),
        new RecordNumber(epoch, under.next()),
        under.record(type, content));
  }

  /** The last epoch that is known of, begun or not. */
  int lastEpoch() {
    return later.isEmpty() ? epoch() : later.getLast().number();
  }

  Writing under(int epoch, DatagramProtection protection) {
    return new Writing(begun(new WriteEpoch(epoch, protection, 0)), later, limit);
  }

  Writing underLater(int epoch, DatagramProtection protection) {
    return new Writing(epochs, Kept.plus(later, new WriteEpoch(epoch, protection, 0)), limit);
  }

  /** Begins what was to begin later. */
  Writing now() {
    Writing begun = new Writing(epochs, ImmutableList.of(), limit);
    for (WriteEpoch each : later) {
      begun = new Writing(begun.begun(each), ImmutableList.of(), limit);
    }
    return begun;
  }

  private ImmutableList<WriteEpoch> begun(WriteEpoch next) {
    return Kept.last(Kept.plus(epochs, next), Limits.EPOCHS);
  }
}
