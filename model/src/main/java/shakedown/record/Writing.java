package shakedown.record;

import com.google.common.collect.ImmutableList;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.RecordProtection;
import shakedown.wire.Codec;
import shakedown.wire.Dialect;
import shakedown.wire.Message;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Octets;

/**
 * The direction that an endpoint writes: messages to records, each message beginning a record of
 * its own. Immutable.
 *
 * @param protection null for plain records
 * @param sequence how many records were sealed under it
 */
public record Writing(@Nullable RecordProtection protection, long sequence, Dialect dialect) {
  public static final Writing START = new Writing(null, 0, Dialect.UNDECIDED);

  /** legacy_record_version is that of TLS 1.2 (RFC 8446 5.1). */
  private static final byte[] VERSION = HexFormat.of().parseHex("0303");

  /** What a message became, and where that leaves the direction. */
  public record Written(Writing writing, ImmutableList<Octets> records) {}

  /** The next records are sealed with this; plain if there is none. */
  public Writing under(@Nullable RecordProtection other) {
    return new Writing(other, 0, dialect);
  }

  public Writing speaking(Dialect other) {
    return new Writing(protection, sequence, other);
  }

  /** The records of one message; none for data of no octets. */
  public Written write(Message message) {
    Octets content = Octets.of(Codec.encode(message));
    int type = ContentType.of(message);
    RecordProtection sealing = isPlain(message) ? null : protection;
    long next = sequence;
    var records = ImmutableList.<Octets>builder();
    int length = Octets.length(content);
    for (int from = 0; from < length; from += Limits.CONTENT) {
      Octets fragment = content.slice(from, Math.min(length, from + Limits.CONTENT));
      records.add(sealing == null ? plain(type, fragment) : sealing.seal(next++, type, fragment));
    }
    return new Written(new Writing(protection, next, dialect), records.build());
  }

  /** In TLS 1.3 a ChangeCipherSpec is for middleboxes only (RFC 8446 5). */
  private boolean isPlain(Message message) {
    return message instanceof ChangeCipherSpec && !dialect.isTls12();
  }

  private static Octets plain(int type, Octets fragment) {
    int length = Octets.length(fragment);
    return Octets.of((byte) type, VERSION[0], VERSION[1], (byte) (length >> 8), (byte) length)
        .plus(fragment);
  }
}
