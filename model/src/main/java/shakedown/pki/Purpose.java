package shakedown.pki;

import org.jspecify.annotations.Nullable;
import shakedown.crypto.ExtendedKeyUsage;
import shakedown.crypto.KeyUsage;
import shakedown.wire.Version;

/**
 * What a chain is shown for.
 *
 * @param usage what the leaf's key does in the handshake
 * @param host whom a client means; null where a server means nobody in particular
 */
public record Purpose(
    Version version, ExtendedKeyUsage meant, KeyUsage usage, @Nullable String host) {
  /** A server of TLS 1.3, which signs. */
  public static Purpose server13(String host) {
    return new Purpose(
        Version.TLS13, ExtendedKeyUsage.SERVER_AUTH, KeyUsage.DIGITAL_SIGNATURE, host);
  }

  /** A client of TLS 1.3, which signs. */
  public static Purpose client13() {
    return new Purpose(
        Version.TLS13, ExtendedKeyUsage.CLIENT_AUTH, KeyUsage.DIGITAL_SIGNATURE, null);
  }

  /**
   * A server of TLS 1.2.
   *
   * @param usage what its key exchange asks of the key (RFC 5246 7.4.2)
   */
  public static Purpose server12(String host, KeyUsage usage) {
    return new Purpose(Version.TLS12, ExtendedKeyUsage.SERVER_AUTH, usage, host);
  }

  /** A client of TLS 1.2, which signs (RFC 5246 7.4.6). */
  public static Purpose client12() {
    return new Purpose(
        Version.TLS12, ExtendedKeyUsage.CLIENT_AUTH, KeyUsage.DIGITAL_SIGNATURE, null);
  }
}
