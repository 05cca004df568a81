package shakedown.wire;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** A group of a key agreement as on the wire (RFC 8446 4.2.7); unknown ones stay what they are. */
public record NamedGroup(int code) implements Group {
  public static final NamedGroup SECP256R1 = new NamedGroup(0x0017);
  public static final NamedGroup SECP384R1 = new NamedGroup(0x0018);
  public static final NamedGroup SECP521R1 = new NamedGroup(0x0019);
  public static final NamedGroup X25519 = new NamedGroup(0x001d);
  public static final NamedGroup X448 = new NamedGroup(0x001e);
  public static final NamedGroup FFDHE2048 = new NamedGroup(0x0100);
  public static final NamedGroup FFDHE3072 = new NamedGroup(0x0101);
  public static final NamedGroup FFDHE4096 = new NamedGroup(0x0102);
  public static final NamedGroup FFDHE6144 = new NamedGroup(0x0103);
  public static final NamedGroup FFDHE8192 = new NamedGroup(0x0104);
  public static final NamedGroup SECP256R1_MLKEM768 = new NamedGroup(0x11eb);
  public static final NamedGroup X25519_MLKEM768 = new NamedGroup(0x11ec);
  public static final NamedGroup SECP384R1_MLKEM1024 = new NamedGroup(0x11ed);

  /** Says that a curve may be told by its numbers (RFC 4492 5.1.1; forbidden since RFC 8422). */
  public static final NamedGroup ARBITRARY_EXPLICIT_PRIME_CURVES = new NamedGroup(0xff01);

  private static final ImmutableBiMap<NamedGroup, String> NAMES =
      ImmutableBiMap.<NamedGroup, String>builder()
          .put(SECP256R1, "secp256r1")
          .put(SECP384R1, "secp384r1")
          .put(SECP521R1, "secp521r1")
          .put(X25519, "x25519")
          .put(X448, "x448")
          .put(FFDHE2048, "ffdhe2048")
          .put(FFDHE3072, "ffdhe3072")
          .put(FFDHE4096, "ffdhe4096")
          .put(FFDHE6144, "ffdhe6144")
          .put(FFDHE8192, "ffdhe8192")
          .put(SECP256R1_MLKEM768, "SecP256r1MLKEM768")
          .put(X25519_MLKEM768, "X25519MLKEM768")
          .put(SECP384R1_MLKEM1024, "SecP384r1MLKEM1024")
          .buildOrThrow();

  private static final int FINITE_FIELDS = 0x01;

  /** All that the model knows. */
  public static ImmutableList<NamedGroup> known() {
    return NAMES.keySet().asList();
  }

  /** The group of this registered name; nothing if the model knows none. */
  public static Optional<NamedGroup> named(String name) {
    return Optional.ofNullable(NAMES.inverse().get(name));
  }

  public boolean isKnown() {
    return NAMES.containsKey(this);
  }

  /** Whether its code point is one of those for finite fields, known or not (RFC 7919 2). */
  @Override
  public boolean isFiniteField() {
    return code >> 8 == FINITE_FIELDS;
  }

  /** Whether a key encapsulation is part of it: for TLS 1.3 only (draft-ietf-tls-hybrid-design). */
  public boolean isHybrid() {
    return equals(SECP256R1_MLKEM768) || equals(X25519_MLKEM768) || equals(SECP384R1_MLKEM1024);
  }

  /** Whether it is a curve of the model, in which ECDHE of TLS 1.2 is possible (RFC 8422 5.1.1). */
  public boolean isCurve() {
    return isKnown() && !isFiniteField() && !isHybrid();
  }

  @Override
  public NamedGroup map(Values values) {
    return this;
  }

  @Override
  public String toString() {
    String name = NAMES.get(this);
    return name == null ? "group " + Integer.toHexString(code) : name;
  }
}
