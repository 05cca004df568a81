package shakedown.wire;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Predicate;

/** A signature algorithm with its hash as on the wire (RFC 8446 4.2.3). */
public record SignatureScheme(int code) {
  public static final SignatureScheme RSA_PKCS1_MD5 = KnownScheme.RSA_PKCS1_MD5.scheme();
  public static final SignatureScheme RSA_PKCS1_SHA1 = KnownScheme.RSA_PKCS1_SHA1.scheme();
  public static final SignatureScheme ECDSA_SHA1 = KnownScheme.ECDSA_SHA1.scheme();
  public static final SignatureScheme RSA_PKCS1_SHA256 = KnownScheme.RSA_PKCS1_SHA256.scheme();
  public static final SignatureScheme ECDSA_SECP256R1_SHA256 =
      KnownScheme.ECDSA_SECP256R1_SHA256.scheme();
  public static final SignatureScheme RSA_PKCS1_SHA384 = KnownScheme.RSA_PKCS1_SHA384.scheme();
  public static final SignatureScheme ECDSA_SECP384R1_SHA384 =
      KnownScheme.ECDSA_SECP384R1_SHA384.scheme();
  public static final SignatureScheme RSA_PKCS1_SHA512 = KnownScheme.RSA_PKCS1_SHA512.scheme();
  public static final SignatureScheme ECDSA_SECP521R1_SHA512 =
      KnownScheme.ECDSA_SECP521R1_SHA512.scheme();
  public static final SignatureScheme RSA_PSS_RSAE_SHA256 =
      KnownScheme.RSA_PSS_RSAE_SHA256.scheme();
  public static final SignatureScheme RSA_PSS_RSAE_SHA384 =
      KnownScheme.RSA_PSS_RSAE_SHA384.scheme();
  public static final SignatureScheme RSA_PSS_RSAE_SHA512 =
      KnownScheme.RSA_PSS_RSAE_SHA512.scheme();
  public static final SignatureScheme ED25519 = KnownScheme.ED25519.scheme();
  public static final SignatureScheme ED448 = KnownScheme.ED448.scheme();
  public static final SignatureScheme RSA_PSS_PSS_SHA256 = KnownScheme.RSA_PSS_PSS_SHA256.scheme();
  public static final SignatureScheme RSA_PSS_PSS_SHA384 = KnownScheme.RSA_PSS_PSS_SHA384.scheme();
  public static final SignatureScheme RSA_PSS_PSS_SHA512 = KnownScheme.RSA_PSS_PSS_SHA512.scheme();
  public static final SignatureScheme MLDSA44 = KnownScheme.MLDSA44.scheme();
  public static final SignatureScheme MLDSA65 = KnownScheme.MLDSA65.scheme();
  public static final SignatureScheme MLDSA87 = KnownScheme.MLDSA87.scheme();

  /** All that the model knows, by code point. */
  public static ImmutableList<SignatureScheme> known() {
    return KnownScheme.ALL;
  }

  /** The scheme of this registered name; nothing if the model knows none. */
  public static Optional<SignatureScheme> named(String name) {
    return Optional.ofNullable(KnownScheme.BY_NAME.get(name)).map(KnownScheme::scheme);
  }

  public boolean isKnown() {
    return KnownScheme.BY_CODE.containsKey(code);
  }

  /** Whether a handshake of TLS 1.3 may be signed with it (RFC 8446 4.2.3 and 4.4.3). */
  public boolean isFor13() {
    return known(KnownScheme::isFor13);
  }

  /** Whether a handshake of TLS 1.2 may be signed with it (RFC 5246 7.4.1.4.1, RFC 8446 4.2.3). */
  public boolean isFor12() {
    return known(KnownScheme::isFor12);
  }

  /** Whether it is RSASSA-PKCS1-v1_5, which signs only certificates in TLS 1.3. */
  public boolean isRsaPkcs1() {
    return known(KnownScheme::isRsaPkcs1);
  }

  /** Whether its hash collides, so that anyone finds two texts with one signature. */
  public boolean isWeak() {
    return equals(RSA_PKCS1_MD5);
  }

  /** Whether a key of this type can sign with it, as certificates and TLS 1.2 are signed. */
  public boolean fits(KeyType key) {
    return known(scheme -> scheme.fits(key));
  }

  /** The same, but that ECDSA of TLS 1.3 names the curve of its key (RFC 8446 4.2.3). */
  public boolean fits(KeyType key, Version version) {
    return version.equals(Version.TLS13) ? known(scheme -> scheme.fitsItsCurve(key)) : fits(key);
  }

  private boolean known(Predicate<KnownScheme> question) {
    KnownScheme known = KnownScheme.BY_CODE.get(code);
    return known != null && question.test(known);
  }

  @Override
  public String toString() {
    KnownScheme known = KnownScheme.BY_CODE.get(code);
    return known == null ? "scheme " + Integer.toHexString(code) : known.registeredName();
  }
}
