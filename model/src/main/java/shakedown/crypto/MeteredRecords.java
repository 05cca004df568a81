package shakedown.crypto;

import static java.util.Locale.ROOT;

import java.util.Optional;
import shakedown.wire.Octets;
import shakedown.wire.RecordCipher;

/** Sealing and opening of records, each told as an operation. */
record MeteredRecords(RecordProtection protection, RecordCipher cipher, Meter meter)
    implements RecordProtection {
  @Override
  public Octets seal(long sequence, int type, Octets content) {
    return seal(sequence, type, content, 0);
  }

  @Override
  public Octets seal(long sequence, int type, Octets content, int padding) {
    Octets record = protection.seal(sequence, type, content, padding);
    meter.ran(new Operation(name("seal", cipher), Octets.length(content) + padding), record);
    return record;
  }

  @Override
  public Optional<Opened> open(long sequence, Octets record) {
    Optional<Opened> opened = protection.open(sequence, record);
    int octets = opened.map(Opened::content).map(Octets::length).orElse(Octets.length(record));
    meter.ran(new Operation(name("open", cipher), octets), null);
    return opened;
  }

  static String name(String what, RecordCipher cipher) {
    return what + "/" + cipher.name().toLowerCase(ROOT);
  }
}
