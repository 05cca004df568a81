package shakedown.wire;

/** How a pre-shared key is used (RFC 8446 4.2.9). */
public record PskMode(int code) {
  public static final PskMode PSK_KE = new PskMode(0);
  public static final PskMode PSK_DHE_KE = new PskMode(1);
}
