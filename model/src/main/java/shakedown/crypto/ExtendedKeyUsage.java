package shakedown.crypto;

/** What a certificate is meant for (RFC 5280 4.2.1.12). */
public enum ExtendedKeyUsage {
  SERVER_AUTH("serverAuth"),
  CLIENT_AUTH("clientAuth"),
  OCSP_SIGNING("OCSPSigning"),
  ANY("anyExtendedKeyUsage"),
  /** None that TLS knows. */
  OTHER("another usage");

  private final String spelling;

  ExtendedKeyUsage(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String toString() {
    return spelling;
  }
}
