package shakedown.wire;

import java.util.Optional;

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

  /** The curve of a key for ECDSA, which is one for key agreements, too (RFC 4492 5.3). */
  public Optional<NamedGroup> curve() {
    return switch (this) {
      case ECDSA_P256 -> Optional.of(NamedGroup.SECP256R1);
      case ECDSA_P384 -> Optional.of(NamedGroup.SECP384R1);
      case ECDSA_P521 -> Optional.of(NamedGroup.SECP521R1);
      default -> Optional.empty();
    };
  }

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
