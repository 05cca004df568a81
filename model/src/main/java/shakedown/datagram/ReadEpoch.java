package shakedown.datagram;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.DatagramProtection;
import shakedown.crypto.DatagramProtection.Opened;
import shakedown.wire.Octets;

/**
 * An epoch of the direction that an endpoint reads.
 *
 * @param protection null for plain records
 */
record ReadEpoch(int number, @Nullable DatagramProtection protection, ReplayWindow window) {
  static final ReadEpoch PLAIN = new ReadEpoch(0, null, ReplayWindow.EMPTY);

  /**
   * What is in a record of this epoch; nothing if it does not open or came before. Plain records
   * may come again: what says that they did could be forged.
   */
  Optional<Opened> open(RawRecord record) {
    if (protection == null) {
      return record.unified()
          ? Optional.empty()
          : Optional.of(
              new Opened(
                  record.sequence(), record.type(), record.body(), Octets.length(record.body())));
    }
    return protection
        .open(window.highest() + 1, record.whole())
        .filter(opened -> window.isNew(opened.sequence()));
  }

  ReadEpoch mark(long sequence) {
    return protection == null ? this : new ReadEpoch(number, protection, window.mark(sequence));
  }
}
