package shakedown.crypto;

import static java.util.Locale.ROOT;

import java.util.Optional;
import shakedown.wire.Aead;
import shakedown.wire.Octets;

/** Sealing and opening of records, each told as an operation. */
record MeteredRecords(RecordProtection protection, Aead aead, Meter meter)
    implements RecordProtection {
  @Override
  public Octets seal(long sequence, int type, Octets content) {
    Octets record = protection.seal(sequence, type, content);
    meter.ran(new Operation(name("seal", aead), Octets.length(content)), record);
    return record;
  }

  @Override
  public Optional<Opened> open(long sequence, Octets record) {
    Optional<Opened> opened = protection.open(sequence, record);
    int octets = opened.map(Opened::content).map(Octets::length).orElse(Octets.length(record));
    meter.ran(new Operation(name("open", aead), octets), null);
    return opened;
  }

  static String name(String what, Aead aead) {
    return what + "/" + aead.name().toLowerCase(ROOT);
  }
}
