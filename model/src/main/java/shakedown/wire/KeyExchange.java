package shakedown.wire;

/** How a cipher suite agrees on keys, and what signs. */
public enum KeyExchange {
  /** Settled by extensions, not by the suite (RFC 8446 B.4). */
  TLS13,
  /** RFC 8422. */
  ECDHE_ECDSA,
  /** RFC 8422. */
  ECDHE_RSA,
  /** Key transport (RFC 5246 7.4.7.1). */
  RSA;

  /** Whether a server with a key of this type can speak it. */
  public boolean fits(KeyType key) {
    return switch (this) {
      case TLS13 -> true;
      case ECDHE_ECDSA -> key != KeyType.RSA;
      case ECDHE_RSA, RSA -> key == KeyType.RSA;
    };
  }

  /** Whether the server's key share is ephemeral and signed. */
  public boolean isEphemeral() {
    return this != RSA;
  }
}
