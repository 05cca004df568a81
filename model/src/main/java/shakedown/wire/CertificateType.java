package shakedown.wire;

/** What stands for a certificate (RFC 7250 3), as on the wire. */
public record CertificateType(int code) {
  public static final CertificateType X509 = new CertificateType(0);
  public static final CertificateType RAW_PUBLIC_KEY = new CertificateType(2);

  @Override
  public String toString() {
    return switch (code) {
      case 0 -> "x509";
      case 2 -> "raw-public-key";
      default -> "certificate type " + code;
    };
  }
}
