package shakedown.crypto;

import com.google.common.collect.ImmutableMap;
import shakedown.wire.CustomGroup;
import shakedown.wire.ExplicitCurve;
import shakedown.wire.FiniteFields;
import shakedown.wire.Group;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;

/** Key agreement in the groups of TLS (RFC 8446 4.2.8, RFC 7748, RFC 7919, SEC 1). */
final class Groups {
  private static final int CURVE25519_LENGTH = 32;
  private static final int P256_LENGTH = 65;
  private static final int P384_LENGTH = 97;

  private static final ImmutableMap<NamedGroup, KeyAgreement> NAMED =
      ImmutableMap.<NamedGroup, KeyAgreement>builder()
          .put(NamedGroup.SECP256R1, Curve.P256)
          .put(NamedGroup.SECP384R1, Curve.P384)
          .put(NamedGroup.SECP521R1, Curve.P521)
          .put(NamedGroup.X25519, Montgomery.CURVE25519)
          .put(NamedGroup.X448, Montgomery.CURVE448)
          .put(NamedGroup.FFDHE2048, finiteField(NamedGroup.FFDHE2048))
          .put(NamedGroup.FFDHE3072, finiteField(NamedGroup.FFDHE3072))
          .put(NamedGroup.FFDHE4096, finiteField(NamedGroup.FFDHE4096))
          .put(NamedGroup.FFDHE6144, finiteField(NamedGroup.FFDHE6144))
          .put(NamedGroup.FFDHE8192, finiteField(NamedGroup.FFDHE8192))
          .put(
              NamedGroup.X25519_MLKEM768,
              new Hybrid(Montgomery.CURVE25519, CURVE25519_LENGTH, MlKem.ML_KEM_768, false))
          .put(
              NamedGroup.SECP256R1_MLKEM768,
              new Hybrid(Curve.P256, P256_LENGTH, MlKem.ML_KEM_768, true))
          .put(
              NamedGroup.SECP384R1_MLKEM1024,
              new Hybrid(Curve.P384, P384_LENGTH, MlKem.ML_KEM_1024, true))
          .buildOrThrow();

  private Groups() {}

  /** A curve that a server made up is refused (RFC 8422 5.4). */
  static KeyAgreement of(Group group) {
    return switch (group) {
      case NamedGroup named -> NAMED.getOrDefault(named, new NoAgreement());
      case CustomGroup custom -> finiteField(custom);
      case ExplicitCurve _ -> new NoAgreement();
    };
  }

  private static KeyAgreement finiteField(NamedGroup group) {
    return finiteField(FiniteFields.numbers(group));
  }

  private static KeyAgreement finiteField(CustomGroup group) {
    return FiniteField.of(Octets.bytes(group.prime()), Octets.bytes(group.generator()));
  }
}
