package shakedown.host;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What a side runs on.
 *
 * @param costs what computing takes
 * @param cores how many steps run at once; more wait in the order in which they came
 * @param handshakeBuffer octets that the TLS stack gathers before it writes; 0 if it waits for the
 *     flush only
 */
public record Host(CostProfile costs, int cores, int handshakeBuffer) {
  /** OpenSSL's buffer of handshake records (BUF_SIZE of its buffering BIO). */
  public static final int OPENSSL_BUFFER = 4096;

  public Host {
    checkArgument(cores > 0, "%s cores; expected at least one", cores);
    checkArgument(
        handshakeBuffer >= 0, "a buffer of %s octets; expected 0 or more", handshakeBuffer);
  }

  /** A host that computes in no time and writes as OpenSSL does. */
  public static Host free() {
    return of(CostProfile.ZERO);
  }

  /** One core that writes as OpenSSL does. */
  public static Host of(CostProfile costs) {
    return new Host(costs, 1, OPENSSL_BUFFER);
  }
}
