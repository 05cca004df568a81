package shakedown.wire;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SupportedGroups;

/**
 * What endpoints say: the messages of RFC 8446 section 4 in its order, then those of RFC 5246 that
 * differ, then what is no handshake message.
 */
public sealed interface Message extends Structure {
  @Override
  default Message map(Values values) {
    return this;
  }

  /**
   * RFC 8446 4.1.2.
   *
   * @param sessionId null where the field is empty
   * @param cookie of a hello over datagrams (RFC 6347 4.2.1), which may be empty; null over streams
   */
  record ClientHello(
      Version legacyVersion,
      Value random,
      @Nullable Value sessionId,
      @Nullable Value cookie,
      ImmutableList<CipherSuite> suites,
      ImmutableList<Integer> compressions,
      Extensions extensions)
      implements Message {
    @Override
    public ClientHello map(Values values) {
      return new ClientHello(
          legacyVersion,
          values.at(Kind.RANDOM, random),
          sessionId == null ? null : values.at(Kind.SESSION_ID, sessionId),
          cookie == null ? null : values.at(Kind.COOKIE, cookie),
          suites,
          compressions,
          extensions.map(values));
    }

    /** Whom the client means (RFC 6066 3); empty where it does not say. */
    public String serverName() {
      return extensions.find(ServerName.class).map(ServerName::name).orElse("");
    }

    /** What is offered, best first; empty where the extension is missing. */
    public ImmutableList<NamedGroup> groups() {
      return extensions
          .find(SupportedGroups.class)
          .map(SupportedGroups::groups)
          .orElse(ImmutableList.of());
    }

    /** What is offered, best first; empty where the extension is missing. */
    public ImmutableList<SignatureScheme> schemes() {
      return extensions
          .find(SignatureAlgorithms.class)
          .map(SignatureAlgorithms::schemes)
          .orElse(ImmutableList.of());
    }

    /** The key shares; empty where the extension is missing. */
    public ImmutableList<KeyShare> shares() {
      return extensions.find(KeyShares.class).map(KeyShares::shares).orElse(ImmutableList.of());
    }

    /** The key share for this group. */
    public Optional<KeyShare> shareFor(NamedGroup group) {
      return shares().stream().filter(share -> share.group().equals(group)).findFirst();
    }

    /** Whether there is a key share for this group. */
    public boolean sharesFor(NamedGroup group) {
      return shareFor(group).isPresent();
    }

    /** Whether a session may be resumed in this way (RFC 8446 4.2.9). */
    public boolean takes(PskMode mode) {
      return extensions.find(PskKeyExchangeModes.class).stream()
          .anyMatch(offered -> offered.modes().contains(mode));
    }

    public ClientHello withCookie(Value other) {
      return new ClientHello(
          legacyVersion, random, sessionId, other, suites, compressions, extensions);
    }

    public ClientHello with(Extension extension) {
      return with(extensions.with(extension));
    }

    public ClientHello without(Class<? extends Extension> type) {
      return with(extensions.without(type));
    }

    /** The same with other extensions. */
    public ClientHello with(Extensions others) {
      return new ClientHello(
          legacyVersion, random, sessionId, cookie, suites, compressions, others);
    }
  }

  /**
   * RFC 8446 4.1.3.
   *
   * @param sessionId null where the field is empty
   */
  record ServerHello(
      Version legacyVersion,
      Value random,
      @Nullable Value sessionId,
      CipherSuite suite,
      int compression,
      Extensions extensions)
      implements Message {
    @Override
    public ServerHello map(Values values) {
      return new ServerHello(
          legacyVersion,
          values.at(Kind.RANDOM, random),
          sessionId == null ? null : values.at(Kind.SESSION_ID, sessionId),
          suite,
          compression,
          extensions.map(values));
    }

    /** The version spoken: the extension if there, else the legacy field (RFC 8446 4.2.1). */
    public Version version() {
      return extensions
          .find(SelectedVersion.class)
          .map(SelectedVersion::version)
          .orElse(legacyVersion);
    }
  }

  /** On the wire a ServerHello with a fixed random (RFC 8446 4.1.4). */
  record HelloRetryRequest(
      Version legacyVersion,
      @Nullable Value sessionId,
      CipherSuite suite,
      int compression,
      Extensions extensions)
      implements Message {
    @Override
    public HelloRetryRequest map(Values values) {
      return new HelloRetryRequest(
          legacyVersion,
          sessionId == null ? null : values.at(Kind.SESSION_ID, sessionId),
          suite,
          compression,
          extensions.map(values));
    }
  }

  /** RFC 8446 4.3.1. */
  record EncryptedExtensions(Extensions extensions) implements Message {
    @Override
    public Message map(Values values) {
      return new EncryptedExtensions(extensions.map(values));
    }
  }

  /**
   * RFC 8446 4.3.2.
   *
   * @param context null where it is empty, as in every handshake; not so after it
   */
  record CertificateRequest(@Nullable Value context, Extensions extensions) implements Message {
    @Override
    public Message map(Values values) {
      return new CertificateRequest(
          context == null ? null : values.at(Kind.REQUEST_CONTEXT, context),
          extensions.map(values));
    }
  }

  /**
   * RFC 8446 4.4.2.
   *
   * @param context that of the request which it answers; null where it is empty
   */
  record Certificate(@Nullable Value context, ImmutableList<CertificateEntry> chain)
      implements Message {
    /** The chain without the extensions of its entries, leaf first. */
    public ImmutableList<Value> certificates() {
      return chain.stream().map(CertificateEntry::certificate).collect(toImmutableList());
    }

    @Override
    public Certificate map(Values values) {
      return new Certificate(
          context == null ? null : values.at(Kind.REQUEST_CONTEXT, context),
          chain.stream().map(each -> each.map(values)).collect(toImmutableList()));
    }
  }

  /**
   * RFC 8879 4.
   *
   * @param content the length before compression and the compressed octets: one value, since
   *     lengths are known to octets only
   */
  record CompressedCertificate(CompressionAlgorithm algorithm, Value content) implements Message {
    @Override
    public Message map(Values values) {
      return new CompressedCertificate(algorithm, values.at(Kind.COMPRESSED_CERTIFICATE, content));
    }
  }

  /** RFC 8446 4.4.3, RFC 5246 7.4.8. */
  record CertificateVerify(SignatureScheme scheme, Value signature) implements Message {
    @Override
    public Message map(Values values) {
      return new CertificateVerify(scheme, values.at(Kind.SIGNATURE, signature));
    }
  }

  /** RFC 8446 4.4.4, RFC 5246 7.4.9. */
  record Finished(Value verifyData) implements Message {
    @Override
    public Message map(Values values) {
      return new Finished(values.at(Kind.VERIFY_DATA, verifyData));
    }
  }

  /** RFC 8446 4.5. */
  record EndOfEarlyData() implements Message {}

  /** RFC 8446 4.6.1. */
  record NewSessionTicket(
      long lifetimeSeconds, Value ageAdd, Value nonce, Value ticket, Extensions extensions)
      implements Message {
    @Override
    public Message map(Values values) {
      return new NewSessionTicket(
          lifetimeSeconds,
          values.at(Kind.TICKET_AGE, ageAdd),
          values.at(Kind.NONCE, nonce),
          values.at(Kind.TICKET, ticket),
          extensions.map(values));
    }
  }

  /**
   * RFC 8446 4.6.3.
   *
   * @param request 0 or 1: whether the peer is to update too
   */
  record KeyUpdate(int request) implements Message {
    public static final int NOT_REQUESTED = 0;
    public static final int REQUESTED = 1;
  }

  /** Stands for the first hello after a retry (RFC 8446 4.4.1); never sent. */
  record MessageHash(Value digest) implements Message {
    @Override
    public Message map(Values values) {
      return new MessageHash(values.at(Kind.DIGEST, digest));
    }
  }

  /** Asks for a renegotiation; in no transcript (RFC 5246 7.4.1.1). */
  record HelloRequest() implements Message {}

  /** Asks for the hello again, with this cookie; in no transcript (RFC 6347 4.2.1). */
  record HelloVerifyRequest(Version version, Value cookie) implements Message {
    @Override
    public Message map(Values values) {
      return new HelloVerifyRequest(version, values.at(Kind.COOKIE, cookie));
    }
  }

  /**
   * Certificates without extensions (RFC 5246 7.4.2), or a raw public key (RFC 7250 3).
   *
   * @param chain of a raw public key, it alone
   */
  record Certificate12(CertificateType type, ImmutableList<Value> chain) implements Message {
    /** With certificates. */
    public Certificate12(ImmutableList<Value> chain) {
      this(CertificateType.X509, chain);
    }

    @Override
    public Message map(Values values) {
      return new Certificate12(
          type,
          chain.stream().map(each -> values.at(Kind.CERTIFICATE, each)).collect(toImmutableList()));
    }
  }

  /** What a server staples to its certificate (RFC 6066 8): an OCSP response. */
  record CertificateStatus(Value response) implements Message {
    @Override
    public Message map(Values values) {
      return new CertificateStatus(values.at(Kind.STATUS, response));
    }
  }

  /**
   * RFC 5246 7.4.3, RFC 8422 5.4, RFC 4279 2.
   *
   * @param hint which pre-shared key is meant, and may be empty; null where the suite has none
   * @param parameters null where the suite has none
   * @param signed null where the suite signs nothing
   */
  record ServerKeyExchange(
      @Nullable Value hint, @Nullable Parameters parameters, @Nullable Signed signed)
      implements Message {
    @Override
    public Message map(Values values) {
      return new ServerKeyExchange(
          hint == null ? null : values.at(Kind.PSK_IDENTITY, hint),
          parameters == null ? null : parameters.map(values),
          signed == null ? null : signed.map(values));
    }
  }

  /** A signature, and by which scheme (RFC 5246 4.7). */
  record Signed(SignatureScheme scheme, Value signature) {
    Signed map(Structure.Values values) {
      return new Signed(scheme, values.at(Kind.SIGNATURE, signature));
    }
  }

  /**
   * RFC 5246 7.4.4.
   *
   * @param types ClientCertificateType
   * @param authorities names in DER
   */
  record CertificateRequest12(
      ImmutableList<Integer> types,
      ImmutableList<SignatureScheme> schemes,
      ImmutableList<Value> authorities)
      implements Message {
    @Override
    public Message map(Values values) {
      return new CertificateRequest12(
          types,
          schemes,
          authorities.stream()
              .map(each -> values.at(Kind.DISTINGUISHED_NAME, each))
              .collect(toImmutableList()));
    }
  }

  /** RFC 5246 7.4.5. */
  record ServerHelloDone() implements Message {}

  /**
   * RFC 5246 7.4.7, RFC 4279 2.
   *
   * @param identity of the pre-shared key; null where the suite has none
   * @param key null where the pre-shared key is all
   */
  record ClientKeyExchange(@Nullable Value identity, @Nullable ClientKey key) implements Message {
    @Override
    public Message map(Values values) {
      return new ClientKeyExchange(
          identity == null ? null : values.at(Kind.PSK_IDENTITY, identity),
          key == null ? null : key.map(values));
    }
  }

  /** RFC 5077 3.3. */
  record NewSessionTicket12(long lifetimeSeconds, Value ticket) implements Message {
    @Override
    public Message map(Values values) {
      return new NewSessionTicket12(lifetimeSeconds, values.at(Kind.TICKET, ticket));
    }
  }

  /** RFC 5246 7.1. */
  record ChangeCipherSpec() implements Message {}

  /** RFC 8446 6. */
  record AlertMessage(boolean fatal, int description) implements Message {}

  /** RFC 8446 5.2. */
  record ApplicationData(Value data) implements Message {
    @Override
    public Message map(Values values) {
      return new ApplicationData(values.at(Kind.DATA, data));
    }
  }
}
