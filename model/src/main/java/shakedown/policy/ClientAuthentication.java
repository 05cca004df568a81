package shakedown.policy;

/** What a server wants to know of its clients. */
public enum ClientAuthentication {
  NOT_ASKED,
  /** A client may show a certificate. */
  ASKED,
  /** A client that shows none is refused. */
  REQUIRED
}
