package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Octets;

/**
 * A record as it came, not opened yet.
 *
 * @param unified whether its header is that of DTLS 1.3 (RFC 9147 4)
 */
record RawRecord(Octets whole, boolean unified) {
  static final int HEADER_LENGTH = 13;

  private static final int MAJOR_VERSION = 0xfe;
  private static final int LAST_TYPE = ContentType.ACK;
  private static final int UNIFIED_BITS = 1;
  private static final int UNIFIED_SHIFT = 5;
  private static final int CONNECTION_ID = 0x10;
  private static final int LONG_SEQUENCE = 0x08;
  private static final int LENGTH_PRESENT = 0x04;
  private static final int EPOCH_MASK = 0x03;
  private static final int EPOCH_AT = 3;
  private static final int SEQUENCE_AT = 5;
  private static final int LENGTH_AT = 11;

  /** The records of a datagram; what is none ends it (RFC 6347 4.1.2.7). */
  static ImmutableList<RawRecord> split(Octets datagram) {
    var records = ImmutableList.<RawRecord>builder();
    Octets rest = datagram;
    while (!rest.isEmpty()) {
      boolean unified = rest.at(0) >> UNIFIED_SHIFT == UNIFIED_BITS;
      int length = unified ? unifiedLength(rest) : plainLength(rest);
      if (length < 0 || length > Octets.length(rest)) {
        return records.build();
      }
      records.add(new RawRecord(rest.slice(0, length), unified));
      rest = rest.slice(length, Octets.length(rest));
    }
    return records.build();
  }

  /** Negative if this is no record. */
  private static int plainLength(Octets rest) {
    if (Octets.length(rest) < HEADER_LENGTH
        || rest.at(0) < ContentType.CHANGE_CIPHER_SPEC
        || rest.at(0) > LAST_TYPE
        || rest.at(1) != MAJOR_VERSION) {
      return -1;
    }
    return HEADER_LENGTH + number(rest, LENGTH_AT, Short.BYTES);
  }

  /** Without a length it takes the rest of the datagram. */
  private static int unifiedLength(Octets rest) {
    int first = rest.at(0);
    if ((first & CONNECTION_ID) != 0) {
      return -1;
    }
    int header = 1 + ((first & LONG_SEQUENCE) != 0 ? Short.BYTES : Byte.BYTES);
    if ((first & LENGTH_PRESENT) == 0) {
      return Octets.length(rest);
    }
    return Octets.length(rest) < header + Short.BYTES
        ? -1
        : header + Short.BYTES + number(rest, header, Short.BYTES);
  }

  /** Whether it may be of this epoch: one header tells it, the other its last two bits. */
  boolean isOf(int epoch) {
    return unified
        ? (whole.at(0) & EPOCH_MASK) == (epoch & EPOCH_MASK)
        : number(whole, EPOCH_AT, Short.BYTES) == epoch;
  }

  int type() {
    return whole.at(0);
  }

  /** Of a header that has it. */
  long sequence() {
    long sequence = 0;
    for (int i = SEQUENCE_AT; i < LENGTH_AT; i++) {
      sequence = sequence << Byte.SIZE | whole.at(i);
    }
    return sequence;
  }

  /** What follows a plain header. */
  Octets body() {
    return whole.slice(HEADER_LENGTH, Octets.length(whole));
  }

  private static int number(Octets octets, int at, int length) {
    int number = 0;
    for (int i = at; i < at + length; i++) {
      number = number << Byte.SIZE | octets.at(i);
    }
    return number;
  }
}
