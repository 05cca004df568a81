package shakedown.policy;

/** Something that an endpoint does or leaves. */
public enum Option {
  /** Binds the master secret to the handshake (RFC 7627). */
  EXTENDED_MASTER_SECRET,
  /** Authenticates ciphertext where a suite of TLS 1.2 has blocks (RFC 7366). */
  ENCRYPT_THEN_MAC,
  /** Resumes by session id, and as a server remembers sessions (RFC 5246 F.1.4). */
  SESSION_IDS,
  /** Asks for and gives tickets (RFC 5077, RFC 8446 4.6.1). */
  TICKETS,
  /** Sends data with the first hello, or takes it (RFC 8446 2.3). */
  EARLY_DATA,
  /** Sends data before the server's Finished (RFC 7918). */
  FALSE_START,
  /** Looks like TLS 1.2 to middleboxes (RFC 8446 D.4). */
  MIDDLEBOX_COMPATIBILITY,
  /** Asks for an OCSP response beside the certificate, or gives it (RFC 6066 8). */
  STATUS_REQUEST,
  /** As a server uses the name that a client gives, and says so (RFC 6066 3). */
  SERVER_NAME_ANSWER,
  /** As a server refuses a client that means somebody else (RFC 6066 3). */
  STRICT_SERVER_NAME,
  /** Lets the server ask for a certificate later (RFC 8446 4.2.6). */
  POST_HANDSHAKE_AUTH,
  /** Begins another handshake of TLS 1.2 when the peer asks (RFC 5246 7.4.1.1). */
  RENEGOTIATION,
  /** Binds a renegotiation to what came before (RFC 5746). */
  SECURE_RENEGOTIATION,
  /** As a client refuses a server of TLS 1.2 that could not bind a renegotiation (RFC 5746 4.1). */
  PATCHED_SERVER,
  /** Tries again below its best version, and says so (RFC 7507). */
  FALLBACK,
  /** Asks a client to show that it hears, by a cookie in a retry (RFC 8446 4.2.2). */
  RETRY_COOKIE,
  /** As a server takes the client's best suite, not its own (RFC 5246 7.4.1.3 leaves it open). */
  CLIENT_ORDER,
  /** Speaks over datagrams: DTLS (RFC 6347, RFC 9147). */
  DATAGRAM
}
