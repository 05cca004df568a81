package shakedown.wire;

/** The client's half of a key exchange of TLS 1.2 (RFC 5246 7.4.7). */
public sealed interface ClientKey extends Structure {
  @Override
  ClientKey map(Values values);

  /** ClientECDiffieHellmanPublic (RFC 8422 5.7). */
  record CurveShare(Value share) implements ClientKey {
    @Override
    public ClientKey map(Values values) {
      return new CurveShare(values.at(Kind.SHARE, share));
    }
  }

  /** ClientDiffieHellmanPublic (RFC 5246 7.4.7.2). */
  record FiniteFieldShare(Value share) implements ClientKey {
    @Override
    public ClientKey map(Values values) {
      return new FiniteFieldShare(values.at(Kind.SHARE, share));
    }
  }

  /** EncryptedPreMasterSecret (RFC 5246 7.4.7.1). */
  record EncryptedSecret(Value encrypted) implements ClientKey {
    @Override
    public ClientKey map(Values values) {
      return new EncryptedSecret(values.at(Kind.ENCRYPTED_SECRET, encrypted));
    }
  }
}
