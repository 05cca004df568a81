package shakedown.wire;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.EnumSet;

/** The signature schemes of the model, as registered (RFC 8446 4.2.3, draft-ietf-tls-mldsa). */
enum KnownScheme {
  RSA_PKCS1_MD5(0x0101, KeyType.RSA, Use.TLS12),
  RSA_PKCS1_SHA1(0x0201, KeyType.RSA, Use.TLS12),
  ECDSA_SHA1(0x0203, KeyType.ECDSA_P256, Use.TLS12),
  RSA_PKCS1_SHA256(0x0401, KeyType.RSA, Use.TLS12),
  ECDSA_SECP256R1_SHA256(0x0403, KeyType.ECDSA_P256, Use.BOTH),
  RSA_PKCS1_SHA384(0x0501, KeyType.RSA, Use.TLS12),
  ECDSA_SECP384R1_SHA384(0x0503, KeyType.ECDSA_P384, Use.BOTH),
  RSA_PKCS1_SHA512(0x0601, KeyType.RSA, Use.TLS12),
  ECDSA_SECP521R1_SHA512(0x0603, KeyType.ECDSA_P521, Use.BOTH),
  RSA_PSS_RSAE_SHA256(0x0804, KeyType.RSA, Use.BOTH),
  RSA_PSS_RSAE_SHA384(0x0805, KeyType.RSA, Use.BOTH),
  RSA_PSS_RSAE_SHA512(0x0806, KeyType.RSA, Use.BOTH),
  ED25519(0x0807, KeyType.ED25519, Use.BOTH),
  ED448(0x0808, KeyType.ED448, Use.BOTH),
  RSA_PSS_PSS_SHA256(0x0809, KeyType.RSA_PSS, Use.BOTH),
  RSA_PSS_PSS_SHA384(0x080a, KeyType.RSA_PSS, Use.BOTH),
  RSA_PSS_PSS_SHA512(0x080b, KeyType.RSA_PSS, Use.BOTH),
  MLDSA44(0x0904, KeyType.ML_DSA_44, Use.TLS13),
  MLDSA65(0x0905, KeyType.ML_DSA_65, Use.TLS13),
  MLDSA87(0x0906, KeyType.ML_DSA_87, Use.TLS13);

  /** Which handshakes may be signed with it. */
  private enum Use {
    TLS12,
    TLS13,
    BOTH
  }

  static final ImmutableMap<Integer, KnownScheme> BY_CODE =
      Maps.uniqueIndex(EnumSet.allOf(KnownScheme.class), scheme -> scheme.code);
  static final ImmutableMap<String, KnownScheme> BY_NAME =
      Maps.uniqueIndex(EnumSet.allOf(KnownScheme.class), KnownScheme::registeredName);
  static final ImmutableList<SignatureScheme> ALL =
      BY_CODE.values().stream().map(KnownScheme::scheme).collect(toImmutableList());

  private final int code;
  private final KeyType key;
  private final Use use;

  KnownScheme(int code, KeyType key, Use use) {
    this.code = code;
    this.key = key;
    this.use = use;
  }

  SignatureScheme scheme() {
    return new SignatureScheme(code);
  }

  String registeredName() {
    return name().toLowerCase(ROOT);
  }

  boolean isFor12() {
    return use != Use.TLS13;
  }

  boolean isFor13() {
    return use != Use.TLS12;
  }

  boolean isRsaPkcs1() {
    return name().startsWith("RSA_PKCS1");
  }

  /** With any curve if it is ECDSA (RFC 5246 7.4.1.4.1). */
  boolean fits(KeyType other) {
    return key.isEcdsa() ? other.isEcdsa() : other == key;
  }

  boolean fitsItsCurve(KeyType other) {
    return other == key;
  }
}
