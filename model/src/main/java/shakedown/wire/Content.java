package shakedown.wire;

/** What is signed, hashed or sealed but never sent as a message. */
public sealed interface Content extends Structure {
  @Override
  Content map(Values values);

  /** What CertificateVerify signs: spaces, a context, the transcript hash (RFC 8446 4.4.3). */
  record SignedTranscript(String context, Value digest) implements Content {
    public static final String SERVER = "TLS 1.3, server CertificateVerify";

    @Override
    public Content map(Values values) {
      return new SignedTranscript(context, values.at(Kind.DIGEST, digest));
    }
  }

  /** What ServerKeyExchange signs: both randoms and the share (RFC 8422 5.4). */
  record SignedParameters(Value clientRandom, Value serverRandom, NamedGroup group, Value share)
      implements Content {
    @Override
    public Content map(Values values) {
      return new SignedParameters(
          values.at(Kind.RANDOM, clientRandom),
          values.at(Kind.RANDOM, serverRandom),
          group,
          values.at(Kind.SHARE, share));
    }
  }

  /**
   * The hello up to its binders (RFC 8446 4.2.11.2). The binders are no part of it: whoever hashes
   * it, before or after they are filled, hashes the same.
   */
  record Truncated(Message.ClientHello hello) implements Content {
    @Override
    public Content map(Values values) {
      return new Truncated(
          hello.map(
              (kind, value) -> kind == Kind.BINDER ? new Blank(kind) : values.at(kind, value)));
    }
  }

  /**
   * What a server seals into its ticket: a master secret (1.2) or a pre-shared key (1.3).
   *
   * @param extended whether the master secret is an extended one (RFC 7627 5.3); false in 1.3
   */
  record SealedSession(Version version, CipherSuite suite, boolean extended, Value secret)
      implements Content {
    @Override
    public Content map(Values values) {
      return new SealedSession(version, suite, extended, values.at(Kind.SECRET, secret));
    }
  }
}
