package shakedown.handshake;

/** Which keys protect records (RFC 8446 2; TLS 1.2 knows the first and the last only). */
public enum Epoch {
  PLAIN,
  EARLY,
  HANDSHAKE,
  APPLICATION
}
