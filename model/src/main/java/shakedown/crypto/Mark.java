package shakedown.crypto;

/** What a server hides in its random when it speaks less than it could (RFC 8446 4.1.3). */
public enum Mark {
  NONE,
  /** TLS 1.2 was chosen though the server has 1.3. */
  TLS12
}
