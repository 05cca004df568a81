package shakedown.handshake;

/** On what ground an endpoint sends application data. */
public enum Permission {
  /** Under a pre-shared key, before the peer answered (RFC 8446 2.3). */
  EARLY,
  /** A client before the server's Finished (RFC 7918). */
  FALSE_START,
  /** A server of TLS 1.3 before the client's Finished (RFC 8446 4.4.4). */
  HALF_RTT,
  FULL
}
