package shakedown.wire;

/** What kind of public key a certificate holds. */
public enum KeyType {
  /** With rsaEncryption as its algorithm (RFC 8017 A.1). */
  RSA,
  /** For RSASSA-PSS only (RFC 8017 A.2.3). */
  RSA_PSS,
  /** On the curve secp256r1. */
  ECDSA_P256,
  /** On the curve secp384r1. */
  ECDSA_P384,
  /** On the curve secp521r1. */
  ECDSA_P521,
  ED25519,
  ED448,
  /** FIPS 204 4. */
  ML_DSA_44,
  ML_DSA_65,
  ML_DSA_87;

  public boolean isRsa() {
    return this == RSA || this == RSA_PSS;
  }

  public boolean isEcdsa() {
    return this == ECDSA_P256 || this == ECDSA_P384 || this == ECDSA_P521;
  }

  /** Whether it signs by the Edwards-curve algorithm (RFC 8032). */
  public boolean isEdwards() {
    return this == ED25519 || this == ED448;
  }
}
