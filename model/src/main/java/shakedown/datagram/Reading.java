package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.crypto.DatagramProtection;

/**
 * The direction that an endpoint reads: epochs, and what came before its epoch. Immutable.
 *
 * @param epochs whose keys are known, the present one last
 * @param early records of an epoch whose keys are not known yet
 * @param limit how large a record of the present epoch the peer has agreed to send, in octets of
 *     its plaintext
 */
record Reading(ImmutableList<ReadEpoch> epochs, ImmutableList<RawRecord> early, int limit) {
  static final Reading START =
      new Reading(ImmutableList.of(ReadEpoch.PLAIN), ImmutableList.of(), Limits.RECORD);

  Reading atMost(int octets) {
    return new Reading(epochs, early, octets);
  }

  int epoch() {
    return epochs.getLast().number();
  }

  /** The epoch of a record, the latest where several fit. */
  Optional<ReadEpoch> of(RawRecord record) {
    return epochs.reverse().stream().filter(each -> record.isOf(each.number())).findFirst();
  }

  Reading mark(ReadEpoch epoch, long sequence) {
    var marked = ImmutableList.<ReadEpoch>builder();
    for (ReadEpoch each : epochs) {
      marked.add(each.number() == epoch.number() ? each.mark(sequence) : each);
    }
    return new Reading(marked.build(), early, limit);
  }

  /** Whether it may be of the next epoch. */
  boolean mayCome(RawRecord record) {
    return record.unified() || record.isOf(epoch() + 1);
  }

  /** Keeps a record until its keys are known, if there is room. */
  Reading keep(RawRecord record) {
    return early.size() < Limits.EARLY_RECORDS
        ? new Reading(epochs, Kept.plus(early, record), limit)
        : this;
  }

  Reading under(int epoch, DatagramProtection protection) {
    var next = new ReadEpoch(epoch, protection, ReplayWindow.EMPTY);
    return new Reading(Kept.last(Kept.plus(epochs, next), Limits.EPOCHS), early, limit);
  }

  Reading withoutEarly() {
    return new Reading(epochs, ImmutableList.of(), limit);
  }
}
