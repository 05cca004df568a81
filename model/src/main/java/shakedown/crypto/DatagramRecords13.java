package shakedown.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import shakedown.wire.Hash;
import shakedown.wire.Octets;
import shakedown.wire.RecordCipher;

/** Records of DTLS 1.3: a header of a few octets, and a number that is encrypted (RFC 9147 4). */
final class DatagramRecords13 implements DatagramProtection {
  /** Of all labels of DTLS 1.3 (RFC 9147 5.9). */
  static final String PREFIX = "dtls13";

  private static final byte[] NO_CONTEXT = new byte[0];
  private static final int OUR_HEADER_LENGTH = 5;
  private static final int TYPE_LENGTH = 1;

  // the first octet: 001CSLEE (RFC 9147 4, figure 3)
  private static final int FIXED_MASK = 0xe0;
  private static final int FIXED = 0x20;
  private static final int CONNECTION_ID = 0x10;
  private static final int LONG_SEQUENCE = 0x08;
  private static final int LENGTH_PRESENT = 0x04;
  private static final int EPOCH_MASK = 0x03;

  private final Sealing sealing;
  private final byte[] iv;
  private final SequenceMask mask;
  private final int epoch;
  private final int tagLength;

  DatagramRecords13(Keys keys, int epoch) {
    Hash hash = keys.suite().hash();
    RecordCipher cipher = keys.suite().cipher();
    byte[] secret = Octets.bytes(keys.secret());
    sealing = new Sealing(cipher, expand(hash, secret, "key", cipher.keyLength()));
    iv = expand(hash, secret, "iv", Sealing.NONCE_LENGTH);
    mask = new SequenceMask(cipher, expand(hash, secret, "sn", cipher.keyLength()));
    tagLength = cipher.tagLength();
    this.epoch = epoch & EPOCH_MASK;
  }

  private static byte[] expand(Hash hash, byte[] secret, String label, int length) {
    return Hashing.expandFullLabel(hash, secret, PREFIX + label, NO_CONTEXT, length);
  }

  /** With a sequence number of 16 bits and a length, so that others may follow in its datagram. */
  @Override
  public Octets seal(long sequence, int type, Octets content) {
    byte[] plain = Octets.bytes(content);
    int least = SequenceMask.SAMPLE_LENGTH - tagLength;
    byte[] inner = Arrays.copyOf(plain, Math.max(least, plain.length + TYPE_LENGTH));
    inner[plain.length] = (byte) type;
    byte[] header =
        ByteBuffer.allocate(OUR_HEADER_LENGTH)
            .put((byte) (FIXED | LONG_SEQUENCE | LENGTH_PRESENT | epoch))
            .putShort((short) sequence)
            .putShort((short) (inner.length + tagLength))
            .array();
    byte[] sealed = sealing.seal(Headers.nonce(iv, sequence), header, inner);
    return Octets.of(Hashing.concat(masked(header, Short.BYTES, sealed), sealed));
  }

  @Override
  public Optional<Opened> open(long expected, Octets record) {
    byte[] whole = Octets.bytes(record);
    if (whole.length == 0
        || (whole[0] & FIXED_MASK) != FIXED
        || (whole[0] & CONNECTION_ID) != 0
        || (whole[0] & EPOCH_MASK) != epoch) {
      return Optional.empty();
    }
    int sequenceLength = (whole[0] & LONG_SEQUENCE) != 0 ? Short.BYTES : Byte.BYTES;
    int lengthLength = (whole[0] & LENGTH_PRESENT) != 0 ? Short.BYTES : 0;
    int start = 1 + sequenceLength + lengthLength;
    if (whole.length - start < SequenceMask.SAMPLE_LENGTH) {
      return Optional.empty();
    }
    byte[] sealed = Arrays.copyOfRange(whole, start, whole.length);
    byte[] header = masked(Arrays.copyOf(whole, start), sequenceLength, sealed);
    long sequence = nearest(expected, header, sequenceLength);
    return sealing
        .open(Headers.nonce(iv, sequence), header, sealed)
        .flatMap(inner -> withoutPadding(sequence, inner));
  }

  private byte[] masked(byte[] header, int sequenceLength, byte[] sealed) {
    byte[] bits = mask.over(sealed);
    for (int i = 0; i < sequenceLength; i++) {
      header[1 + i] ^= bits[i];
    }
    return header;
  }

  /** The number with these last bits that is nearest to what is expected (RFC 9147 4.2.2). */
  private static long nearest(long expected, byte[] header, int sequenceLength) {
    long low = 0;
    for (int i = 0; i < sequenceLength; i++) {
      low = low << Byte.SIZE | (header[1 + i] & 0xff);
    }
    long span = 1L << (Byte.SIZE * sequenceLength);
    long guess = (expected & -span) | low;
    if (guess - expected > span / 2 && guess >= span) {
      return guess - span;
    }
    return expected - guess >= span / 2 ? guess + span : guess;
  }

  private static Optional<Opened> withoutPadding(long sequence, byte[] inner) {
    int end = inner.length - TYPE_LENGTH;
    while (end >= 0 && inner[end] == 0) {
      end--;
    }
    return end < 0
        ? Optional.empty()
        : Optional.of(
            new Opened(
                sequence, inner[end] & 0xff, Octets.of(Arrays.copyOf(inner, end)), inner.length));
  }

  @Override
  public int overhead() {
    return OUR_HEADER_LENGTH + Math.max(TYPE_LENGTH + tagLength, SequenceMask.SAMPLE_LENGTH);
  }
}
