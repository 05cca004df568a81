package shakedown.wire;

/** A protocol version as on the wire; unknown code points stay what they are. */
public record Version(int code) {
  public static final Version SSL3 = new Version(0x0300);
  public static final Version TLS10 = new Version(0x0301);
  public static final Version TLS11 = new Version(0x0302);
  public static final Version TLS12 = new Version(0x0303);
  public static final Version TLS13 = new Version(0x0304);

  private static final int DTLS10 = 0xfeff;
  private static final int DTLS12 = 0xfefd;
  private static final int DTLS13 = 0xfefc;

  /** The same version's code point over datagrams, and back (RFC 6347 4.1, RFC 9147 5.3). */
  public Version overDatagrams() {
    return switch (code) {
      case 0x0302 -> new Version(DTLS10);
      case 0x0303 -> new Version(DTLS12);
      case 0x0304 -> new Version(DTLS13);
      case DTLS10 -> TLS11;
      case DTLS12 -> TLS12;
      case DTLS13 -> TLS13;
      default -> this;
    };
  }

  @Override
  public String toString() {
    return switch (code) {
      case 0x0300 -> "SSL 3.0";
      case 0x0301 -> "TLS 1.0";
      case 0x0302 -> "TLS 1.1";
      case 0x0303 -> "TLS 1.2";
      case 0x0304 -> "TLS 1.3";
      default -> "version " + Integer.toHexString(code);
    };
  }
}
