package shakedown.wire;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** A value of the concrete world; immutable. */
public final class Octets implements Value {
  public static final Octets EMPTY = new Octets(new byte[0]);
  private static final int SHOWN = 4;

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Octets of(byte... bytes) {
    return new Octets(bytes.clone());
  }

  static Octets range(byte[] bytes, int from, int to) {
    return new Octets(Arrays.copyOfRange(bytes, from, to));
  }

  /** The octets that a value of the concrete world is. */
  public static byte[] bytes(Value value) {
    return ((Octets) value).bytes.clone();
  }

  /** The octet at this place, unsigned. */
  public int at(int index) {
    return bytes[index] & 0xff;
  }

  public Octets slice(int from, int to) {
    return range(bytes, from, to);
  }

  public Octets plus(Octets more) {
    byte[] both = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
    System.arraycopy(more.bytes, 0, both, bytes.length, more.bytes.length);
    return new Octets(both);
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  void writeTo(ByteArrayOutputStream out) {
    out.writeBytes(bytes);
  }

  public static int length(Value value) {
    return ((Octets) value).bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The first octets only: a value may be a secret. */
  @Override
  public String toString() {
    String start = HexFormat.of().formatHex(bytes, 0, Math.min(SHOWN, bytes.length));
    return bytes.length > SHOWN ? start + ".." + bytes.length : start;
  }
}
