package shakedown.wire;

/** What a value is for. */
public enum Kind {
  RANDOM,
  SESSION_ID,
  SECRET,
  SHARE,
  ENCRYPTED_SECRET,
  BINDER,
  VERIFY_DATA,
  SIGNATURE,
  CERTIFICATE,
  COMPRESSED_CERTIFICATE,
  TICKET,
  TICKET_AGE,
  NONCE,
  DATA,
  COOKIE,
  DIGEST,
  OPAQUE
}
