package shakedown.wire;

/** A signature algorithm with its hash as on the wire (RFC 8446 4.2.3). */
public record SignatureScheme(int code) {
  public static final SignatureScheme RSA_PKCS1_SHA256 = new SignatureScheme(0x0401);
  public static final SignatureScheme ECDSA_SECP256R1_SHA256 = new SignatureScheme(0x0403);
  public static final SignatureScheme RSA_PKCS1_SHA384 = new SignatureScheme(0x0501);
  public static final SignatureScheme RSA_PSS_RSAE_SHA256 = new SignatureScheme(0x0804);
  public static final SignatureScheme RSA_PSS_RSAE_SHA384 = new SignatureScheme(0x0805);
  public static final SignatureScheme ED25519 = new SignatureScheme(0x0807);

  /** Whether a handshake of TLS 1.3 may be signed with it (RFC 8446 4.2.3: no PKCS #1). */
  public boolean isFor13() {
    return code != RSA_PKCS1_SHA256.code && code != RSA_PKCS1_SHA384.code;
  }

  /** Whether a key of this type can sign with it. */
  public boolean fits(KeyType key) {
    return switch (code) {
      case 0x0403 -> key == KeyType.ECDSA_P256;
      case 0x0807 -> key == KeyType.ED25519;
      case 0x0401, 0x0501, 0x0804, 0x0805 -> key == KeyType.RSA;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return switch (code) {
      case 0x0401 -> "rsa_pkcs1_sha256";
      case 0x0403 -> "ecdsa_secp256r1_sha256";
      case 0x0501 -> "rsa_pkcs1_sha384";
      case 0x0804 -> "rsa_pss_rsae_sha256";
      case 0x0805 -> "rsa_pss_rsae_sha384";
      case 0x0807 -> "ed25519";
      default -> "scheme " + Integer.toHexString(code);
    };
  }
}
