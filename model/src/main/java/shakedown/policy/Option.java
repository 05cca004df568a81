package shakedown.policy;

/** Something that an endpoint does or leaves. */
public enum Option {
  /** Binds the master secret to the handshake (RFC 7627). */
  EXTENDED_MASTER_SECRET,
  /** Resumes by session id, and as a server remembers sessions (RFC 5246 F.1.4). */
  SESSION_IDS,
  /** Asks for and gives tickets (RFC 5077, RFC 8446 4.6.1). */
  TICKETS,
  /** Sends data with the first hello, or takes it (RFC 8446 2.3). */
  EARLY_DATA,
  /** Sends data before the server's Finished (RFC 7918). */
  FALSE_START,
  /** Looks like TLS 1.2 to middleboxes (RFC 8446 D.4). */
  MIDDLEBOX_COMPATIBILITY
}
