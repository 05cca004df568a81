package shakedown.wire;

/** The server's public key of one handshake, as ServerKeyExchange has it (RFC 5246 7.4.3). */
public sealed interface Parameters extends Structure {
  @Override
  Parameters map(Values values);

  /** ServerECDHParams (RFC 8422 5.4) of a curve, ServerDHParams of a finite field. */
  record Share(Group group, Value share) implements Parameters {
    @Override
    public Parameters map(Values values) {
      return new Share(group.map(values), values.at(Kind.SHARE, share));
    }
  }

  /**
   * ServerRSAParams of an export suite (RFC 2246 7.4.3).
   *
   * @param publicKey modulus and exponent, as on the wire
   */
  record TemporaryKey(Value publicKey) implements Parameters {
    @Override
    public Parameters map(Values values) {
      return new TemporaryKey(values.at(Kind.PUBLIC_KEY, publicKey));
    }
  }
}
