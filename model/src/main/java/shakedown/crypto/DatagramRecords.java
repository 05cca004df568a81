package shakedown.crypto;

/** What the algebras of octets have for sessions over datagrams. */
public interface DatagramRecords {
  /** The algebra at a point of the handshake where its messages have these numbers. */
  Crypto numbered(MessageNumbers numbers);

  /**
   * How the records of an epoch are protected.
   *
   * @param epoch a number (RFC 6347 4.1, RFC 9147 6.1)
   */
  DatagramProtection protection(Keys keys, int epoch);
}
