package shakedown.tape;

/** A point in a connection whose time is measured at the side that claims it. */
public enum Milestone {
  /** The client may send data that a replay could repeat (0-RTT). */
  EARLY,
  /** The client may send data before the server's Finished (RFC 7918). */
  FALSE_START,
  /** The handshake is complete at this side. */
  MAY_SEND,
  /** The first octet of the response was read. */
  FIRST_BYTE,
  /** The last octet of the response was read. */
  LAST_BYTE
}
