package shakedown.config;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import shakedown.pki.ServerFile;
import shakedown.policy.clients.RealClient;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/**
 * A handshake, down to every choice; what is impossible was refused when it was read.
 *
 * @param exchange how keys are agreed on
 * @param suite the one suite that both sides have
 * @param chain what the server shows
 * @param resume how a session before is taken up
 * @param earlyData what the client sends with its first hello
 * @param shortcuts what else is done or saved
 */
public record Variant(
    String name,
    Version version,
    Exchange exchange,
    CipherSuite suite,
    ServerFile chain,
    Resume resume,
    EarlyData earlyData,
    Shortcuts shortcuts) {

  /** How keys are agreed on. */
  public enum Exchange {
    X25519,
    SECP256R1,
    /** Key transport, TLS 1.2 only (RFC 5246 7.4.7.1). */
    RSA
  }

  /** How a session before is taken up; there is none with {@code NONE}. */
  public enum Resume {
    NONE,
    /** RFC 5246 7.3. */
    SESSION_ID,
    /** RFC 5077. */
    TICKET,
    /** RFC 8446 4.2.9. */
    PSK_DHE_KE
  }

  /**
   * Data in the client's first flight (RFC 8446 2.3).
   *
   * @param octets at most how many; 0 for none
   * @param accepted whether the server takes them
   */
  public record EarlyData(long octets, boolean accepted) {
    public static final EarlyData NONE = new EarlyData(0, true);

    public boolean isSent() {
      return octets > 0;
    }
  }

  /**
   * What else is done or saved.
   *
   * @param helloRetry the client's first hello has a share that the server does not take
   * @param falseStart the client sends before the server's Finished (RFC 7918)
   * @param compressions how the certificate may be compressed, best first (RFC 8879)
   * @param hello whose hello the client sends; null for one that offers just what is spoken
   */
  public record Shortcuts(
      boolean helloRetry,
      boolean falseStart,
      ImmutableList<CompressionAlgorithm> compressions,
      @Nullable RealClient hello) {}

  /** The group that keys are agreed on in, but for RSA key transport. */
  public NamedGroup group() {
    return exchange == Exchange.SECP256R1 ? NamedGroup.SECP256R1 : NamedGroup.X25519;
  }

  /** The group of the share that a retry refuses. */
  public NamedGroup otherGroup() {
    return exchange == Exchange.SECP256R1 ? NamedGroup.X25519 : NamedGroup.SECP256R1;
  }

  /** Whether a session before is taken up. */
  public boolean isResumed() {
    return resume != Resume.NONE;
  }
}
