package shakedown.record;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.RecordProtection;
import shakedown.wire.Codec;
import shakedown.wire.Dialect;
import shakedown.wire.Message;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Octets;
import shakedown.wire.Version;

/**
 * The direction that an endpoint writes: messages to records, each message beginning a record of
 * its own. Immutable.
 *
 * @param protection null for plain records
 * @param sequence how many records were sealed under it
 * @param limit how large a record the peer takes, in octets of its plaintext
 * @param padding of what a sealed record's plaintext is a multiple, if it can be
 * @param greeting the version in the header of a first ClientHello; all else names TLS 1.2 (RFC
 *     8446 5.1)
 */
public record Writing(
    @Nullable RecordProtection protection,
    long sequence,
    Dialect dialect,
    int limit,
    int padding,
    Version greeting) {
  public static final Writing START =
      new Writing(null, 0, Dialect.UNDECIDED, Limits.NONE, 1, Version.TLS12);

  /** What a message became, and where that leaves the direction. */
  public record Written(Writing writing, ImmutableList<Octets> records) {}

  /** The next records are sealed with this; plain if there is none. */
  public Writing under(@Nullable RecordProtection other) {
    return new Writing(other, 0, dialect, limit, padding, greeting);
  }

  public Writing speaking(Dialect other) {
    return new Writing(protection, sequence, other, limit, padding, greeting);
  }

  /** From here on no larger records: what is sealed counts with its content type and padding. */
  public Writing atMost(int octets) {
    return new Writing(protection, sequence, dialect, octets, padding, greeting);
  }

  /** Pads what is sealed to a multiple of this (RFC 8446 5.4). */
  public Writing paddedTo(int multiple) {
    return new Writing(protection, sequence, dialect, limit, multiple, greeting);
  }

  /** Of a client that has said nothing yet. */
  public Writing greeting(Version version) {
    return new Writing(protection, sequence, dialect, limit, padding, version);
  }

  /** The records of one message; none for data of no octets. */
  public Written write(Message message) {
    Octets content = Octets.of(Codec.encode(message));
    int type = ContentType.of(message);
    RecordProtection sealing = isPlain(message) ? null : protection;
    long next = sequence;
    var records = ImmutableList.<Octets>builder();
    int length = Octets.length(content);
    Version version = message instanceof ClientHello ? greeting : Version.TLS12;
    int most = most(sealing != null);
    for (int from = 0; from < length; from += most) {
      Octets fragment = content.slice(from, Math.min(length, from + most));
      records.add(
          sealing == null
              ? plain(type, version, fragment)
              : sealing.seal(next++, type, fragment, padding(fragment)));
    }
    return new Written(
        new Writing(protection, next, dialect, limit, padding, Version.TLS12), records.build());
  }

  /** Of content in one record, and something: else no message would ever end. */
  private int most(boolean sealed) {
    int type = sealed ? Limits.typeLength(dialect) : 0;
    return Math.clamp(limit - type, 1, Limits.CONTENT);
  }

  /** As far as the limit has room for it. */
  private int padding(Octets fragment) {
    int length = Octets.length(fragment) + Limits.typeLength(dialect);
    int padded = Math.ceilDiv(length, padding) * padding;
    int largest = Math.min(limit, Limits.plaintext(dialect));
    return Math.max(0, Math.min(padded, largest) - length);
  }

  /** In TLS 1.3 a ChangeCipherSpec is for middleboxes only (RFC 8446 5). */
  private boolean isPlain(Message message) {
    return message instanceof ChangeCipherSpec && !dialect.isTls12();
  }

  private static Octets plain(int type, Version version, Octets fragment) {
    byte[] header =
        ByteBuffer.allocate(Limits.HEADER)
            .put((byte) type)
            .putShort((short) version.code())
            .putShort((short) Octets.length(fragment))
            .array();
    return Octets.of(header).plus(fragment);
  }
}
