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
  /** The server asks who the client is, and the client does not say. */
  NO_CLIENT_CERTIFICATE,
  /** The client says that it tried a better version before. */
  FALLBACK,
  /** The server knows a better version. */
  BETTER_SERVER,
  /** Both know a protocol of the application. */
  ALPN,
  /** Each knows another protocol of the application. */
  OTHER_ALPN,
  /** The server shows what its certificate's issuer says of it. */
  STAPLE,
  /** The server asks for the name that its client means. */
  SERVER_NAME,
  /** The client seems to have held its ticket for too long. */
  LATE,
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
  /** Small records, where the peer can ask for them. */
  SMALL_RECORDS,
  /** Records with padding, where the peer can make them. */
  PADDING,
  COMPRESSED_BY_ZLIB,
  COMPRESSED_BY_BROTLI,
  COMPRESSED_BY_ZSTD
}
