package shakedown.wire;

/** A group of a key agreement as on the wire (RFC 8446 4.2.7). */
public record NamedGroup(int code) implements Group {
  public static final NamedGroup SECP256R1 = new NamedGroup(0x0017);
  public static final NamedGroup SECP384R1 = new NamedGroup(0x0018);
  public static final NamedGroup X25519 = new NamedGroup(0x001d);

  /** Whether it is one of RFC 7919. */
  public boolean isFiniteField() {
    return 0x0100 <= code && code <= 0x0104;
  }

  @Override
  public NamedGroup map(Values values) {
    return this;
  }

  @Override
  public String toString() {
    return switch (code) {
      case 0x0017 -> "secp256r1";
      case 0x0018 -> "secp384r1";
      case 0x001d -> "x25519";
      default -> "group " + Integer.toHexString(code);
    };
  }
}
