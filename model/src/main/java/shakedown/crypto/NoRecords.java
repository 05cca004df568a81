package shakedown.crypto;

import java.util.Optional;
import shakedown.wire.Octets;

/** Where the algebra refuses a cipher: nothing goes out and nothing opens. */
record NoRecords() implements RecordProtection {
  /** A record of nothing, so that no content is shown. */
  @Override
  public Octets seal(long sequence, int type, Octets content) {
    return Octets.of(Headers.of(type, 0));
  }

  @Override
  public Optional<Opened> open(long sequence, Octets record) {
    return Optional.empty();
  }
}
