package shakedown.wire;

import org.jspecify.annotations.Nullable;

/**
 * How octets are to be read: the same type of message has another form in TLS 1.2 and 1.3, and a
 * ClientKeyExchange another by suite.
 *
 * @param version null before the server chose
 * @param keyExchange null before the server chose
 * @param datagram whether it is DTLS, whose hellos have a cookie
 */
public record Dialect(
    @Nullable Version version, @Nullable KeyExchange keyExchange, boolean datagram) {
  /** Until the server has chosen: hellos only. */
  public static final Dialect UNDECIDED = new Dialect(null, null, false);

  /** The same over datagrams: until the server has chosen. */
  public static final Dialect UNDECIDED_DATAGRAM = new Dialect(null, null, true);

  public static Dialect of(Version version, CipherSuite suite) {
    return new Dialect(version, suite.keyExchange(), false);
  }

  public Dialect overDatagrams() {
    return new Dialect(version, keyExchange, true);
  }

  public boolean isTls13() {
    return Version.TLS13.equals(version);
  }

  public boolean isTls12() {
    return Version.TLS12.equals(version);
  }
}
