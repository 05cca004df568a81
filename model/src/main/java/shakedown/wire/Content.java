package shakedown.wire;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;

/** What is signed, hashed or sealed but never sent as a message. */
public sealed interface Content extends Structure {
  @Override
  Content map(Values values);

  /** What CertificateVerify signs: spaces, a context, the transcript hash (RFC 8446 4.4.3). */
  record SignedTranscript(String context, Value digest) implements Content {
    public static final String SERVER = "TLS 1.3, server CertificateVerify";
    public static final String CLIENT = "TLS 1.3, client CertificateVerify";

    @Override
    public Content map(Values values) {
      return new SignedTranscript(context, values.at(Kind.DIGEST, digest));
    }
  }

  /** What ServerKeyExchange signs: both randoms and the parameters (RFC 5246 7.4.3). */
  record SignedParameters(Value clientRandom, Value serverRandom, Parameters parameters)
      implements Content {
    @Override
    public Content map(Values values) {
      return new SignedParameters(
          values.at(Kind.RANDOM, clientRandom),
          values.at(Kind.RANDOM, serverRandom),
          parameters.map(values));
    }
  }

  /** What a client's CertificateVerify of TLS 1.2 signs: all messages so far (RFC 5246 7.4.8). */
  record SignedMessages(ImmutableList<Structure> messages) implements Content {
    @Override
    public Content map(Values values) {
      return new SignedMessages(
          messages.stream().map(each -> each.map(values)).collect(toImmutableList()));
    }
  }

  /** What a certificate's key signs to delegate (RFC 9345 4). */
  record SignedCredential(
      String context, Value certificate, Extension.Credential credential, SignatureScheme algorithm)
      implements Content {
    public static final String SERVER = "TLS, server delegated credentials";
    public static final String CLIENT = "TLS, client delegated credentials";

    @Override
    public Content map(Values values) {
      return new SignedCredential(
          context, values.at(Kind.CERTIFICATE, certificate), credential.map(values), algorithm);
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

  /** What an application binds exported keys of TLS 1.2 to, with its length (RFC 5705 4). */
  record PrefixedContext(Value context) implements Content {
    @Override
    public Content map(Values values) {
      return new PrefixedContext(values.at(Kind.OPAQUE, context));
    }
  }

  /** What an application binds exported keys to (RFC 8446 7.5). */
  record ExporterContext(Value context) implements Content {
    @Override
    public Content map(Values values) {
      return new ExporterContext(values.at(Kind.OPAQUE, context));
    }
  }

  /**
   * The identity of a key that was imported from another use (RFC 9258 5.1), for TLS 1.3.
   *
   * @param about what both sides know of each other; empty if nothing
   * @param target the hash that the key is for
   */
  record ImportedIdentity(Value identity, Value about, Hash target) implements Content {
    @Override
    public Content map(Values values) {
      return new ImportedIdentity(
          values.at(Kind.PSK_IDENTITY, identity), values.at(Kind.OPAQUE, about), target);
    }
  }

  /**
   * What a server seals into its ticket: a master secret (1.2) or a pre-shared key (1.3).
   *
   * @param extended whether the master secret is an extended one (RFC 7627 5.3); false in 1.3
   */
  record SealedSession(
      Version version, CipherSuite suite, boolean extended, Remembered remembered, Value secret)
      implements Content {
    @Override
    public Content map(Values values) {
      return new SealedSession(
          version, suite, extended, remembered, values.at(Kind.SECRET, secret));
    }
  }
}
