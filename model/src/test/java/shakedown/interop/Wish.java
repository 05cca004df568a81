package shakedown.interop;

/** What peers must be told beside version, suite, groups and schemes. */
enum Wish {
  /** Two sessions, the second one resumes the first. */
  RESUMPTION,
  /** By ticket and nothing else. */
  NO_SESSION_ID,
  /** By session id and nothing else. */
  NO_TICKET,
  /** The second session begins with data. */
  EARLY_DATA,
  /** The master secret is the old one. */
  NO_EXTENDED_MASTER_SECRET,
  /** The client talks before the server has finished. */
  FALSE_START,
  /** No records for middleboxes. */
  NO_DISGUISE,
  /** The client shows a certificate in the handshake. */
  CLIENT_CERTIFICATE,
  /** The client shows a certificate when the server asks, later. */
  POST_HANDSHAKE_AUTH,
  /** The server shows its key alone. */
  RAW_SERVER_KEY,
  /** The client shows its key alone. */
  RAW_CLIENT_KEY,
  /** Both know a key. */
  PRE_SHARED_KEY,
  /** A server shows no certificate. */
  NO_CERTIFICATE,
  /** A server of finite fields has its own. */
  OWN_FIELD,
  /** Resumed without a share. */
  PSK_KE,
  /** The server asks to hear its cookie again. */
  COOKIE,
  /** Both export keys. */
  EXPORTER,
  COMPRESSED_BY_ZLIB,
  COMPRESSED_BY_BROTLI,
  COMPRESSED_BY_ZSTD
}
