package shakedown.wire;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * An extension of a hello, a certificate or a ticket, ordered by type; what is not known keeps its
 * octets and its place.
 */
public sealed interface Extension extends Structure {
  /** The code point; an answer has that of what it answers. */
  default int type() {
    return ExtensionType.of(this);
  }

  /** Whether its type is one that means nothing, now and later (RFC 8701 2). */
  default boolean isGrease() {
    return (type() & 0x0f0f) == 0x0a0a && type() >> 8 == (type() & 0xff);
  }

  @Override
  default Extension map(Values values) {
    return this;
  }

  /** RFC 6066 3. */
  record ServerName(String name) implements Extension {}

  /** The empty answer of a server that knows the name (RFC 6066 3). */
  record ServerNameKnown() implements Extension {}

  /**
   * RFC 6066 4.
   *
   * @param code 1 to 4: 512, 1024, 2048 or 4096 octets
   */
  record MaxFragmentLength(int code) implements Extension {
    /** Octets of a fragment where none is asked for (RFC 5246 6.2.1). */
    public static final int LARGEST = 1 << 14;

    private static final int UNIT = 1 << 8;

    /** That among these; 0 if there is none. */
    public static int code(Extensions told) {
      return told.find(MaxFragmentLength.class).map(MaxFragmentLength::code).orElse(0);
    }

    public boolean isDefined() {
      return code >= 1 && code <= 4;
    }

    /** Of a fragment, and {@link #LARGEST} at most. */
    public int octets() {
      return Math.min(UNIT << Math.min(code, 6), LARGEST);
    }
  }

  /**
   * Asks for an OCSP response (RFC 6066 8).
   *
   * @param responders DER of ResponderID
   * @param requestExtensions DER; null where it is empty
   */
  record StatusRequest(ImmutableList<Value> responders, @Nullable Value requestExtensions)
      implements Extension {
    @Override
    public Extension map(Values values) {
      return new StatusRequest(
          responders.stream().map(each -> values.at(Kind.OPAQUE, each)).collect(toImmutableList()),
          requestExtensions == null ? null : values.at(Kind.OPAQUE, requestExtensions));
    }
  }

  /** The empty answer of TLS 1.2: a CertificateStatus may follow (RFC 6066 8). */
  record StatusPromised() implements Extension {}

  /** The OCSP response beside a certificate in TLS 1.3 (RFC 8446 4.4.2.1). */
  record StapledStatus(Value response) implements Extension {
    @Override
    public Extension map(Values values) {
      return new StapledStatus(values.at(Kind.STATUS, response));
    }
  }

  /** RFC 8422 5.1.2: ECPointFormat, 0 is uncompressed. */
  record EcPointFormats(ImmutableList<Integer> formats) implements Extension {
    public static final int UNCOMPRESSED = 0;
  }

  /** RFC 8446 4.2.7. */
  record SupportedGroups(ImmutableList<NamedGroup> groups) implements Extension {}

  /** RFC 8446 4.2.3. */
  record SignatureAlgorithms(ImmutableList<SignatureScheme> schemes) implements Extension {}

  /** RFC 8446 4.2.3: for the signatures inside a chain. */
  record SignatureAlgorithmsCert(ImmutableList<SignatureScheme> schemes) implements Extension {}

  /** ALPN (RFC 7301 3.1): a list in a ClientHello, one in an answer. */
  record ApplicationProtocols(ImmutableList<String> protocols) implements Extension {}

  /** RFC 7250 3. */
  record ClientCertificateTypes(ImmutableList<CertificateType> types) implements Extension {}

  /** The answer to the list. */
  record ClientCertificateType(CertificateType certificateType) implements Extension {}

  /** RFC 7250 3. */
  record ServerCertificateTypes(ImmutableList<CertificateType> types) implements Extension {}

  /** The answer to the list. */
  record ServerCertificateType(CertificateType certificateType) implements Extension {}

  /** RFC 7366 2. */
  record EncryptThenMac() implements Extension {}

  /** RFC 8449 4: the most octets of a record's plaintext that the sender takes. */
  record RecordSizeLimit(int octets) implements Extension {}

  /** delegated_credential of a ClientHello or a CertificateRequest (RFC 9345 4.1). */
  record DelegatedCredentialSchemes(ImmutableList<SignatureScheme> schemes) implements Extension {}

  /**
   * delegated_credential beside a certificate (RFC 9345 4).
   *
   * @param algorithm of the certificate's signature over the credential
   */
  record DelegatedCredential(Credential credential, SignatureScheme algorithm, Value signature)
      implements Extension {
    @Override
    public Extension map(Values values) {
      return new DelegatedCredential(
          credential.map(values), algorithm, values.at(Kind.SIGNATURE, signature));
    }
  }

  /**
   * A key that signs in place of a certificate's (RFC 9345 4).
   *
   * @param validSeconds since the certificate's notBefore
   * @param scheme of the signatures by this key
   * @param publicKey DER of SubjectPublicKeyInfo
   */
  record Credential(long validSeconds, SignatureScheme scheme, Value publicKey) {
    Credential map(Structure.Values values) {
      return new Credential(validSeconds, scheme, values.at(Kind.PUBLIC_KEY, publicKey));
    }
  }

  /** RFC 8446 4.2.4: names in DER. */
  record CertificateAuthorities(ImmutableList<Value> names) implements Extension {
    @Override
    public Extension map(Values values) {
      return new CertificateAuthorities(
          names.stream()
              .map(each -> values.at(Kind.DISTINGUISHED_NAME, each))
              .collect(toImmutableList()));
    }
  }

  /** RFC 8446 4.2.6. */
  record PostHandshakeAuth() implements Extension {}

  /** RFC 7685: makes a hello longer, and says nothing. */
  record Padding(Value zeros) implements Extension {
    @Override
    public Extension map(Values values) {
      return new Padding(values.at(Kind.OPAQUE, zeros));
    }
  }

  /** RFC 7627 5.1. */
  record ExtendedMasterSecret() implements Extension {}

  /** RFC 8879 3. */
  record CompressCertificate(ImmutableList<CompressionAlgorithm> algorithms) implements Extension {}

  /** RFC 5077 3.2; null where it is empty. */
  record SessionTicket(@Nullable Value ticket) implements Extension {
    @Override
    public Extension map(Values values) {
      return ticket == null ? this : new SessionTicket(values.at(Kind.TICKET, ticket));
    }
  }

  /** pre_shared_key of a ClientHello (RFC 8446 4.2.11). */
  record PreSharedKeys(ImmutableList<PskIdentity> identities, ImmutableList<Value> binders)
      implements Extension {
    @Override
    public Extension map(Values values) {
      return new PreSharedKeys(
          identities.stream().map(each -> each.map(values)).collect(toImmutableList()),
          binders.stream().map(each -> values.at(Kind.BINDER, each)).collect(toImmutableList()));
    }
  }

  /** A ticket and how old the client says it is, obfuscated. */
  record PskIdentity(Value ticket, Value obfuscatedAge) {
    PskIdentity map(Values values) {
      return new PskIdentity(
          values.at(Kind.TICKET, ticket), values.at(Kind.TICKET_AGE, obfuscatedAge));
    }
  }

  /** pre_shared_key of a ServerHello. */
  record SelectedPsk(int index) implements Extension {}

  /** early_data of a ClientHello or EncryptedExtensions (RFC 8446 4.2.10). */
  record EarlyData() implements Extension {}

  /** early_data of a NewSessionTicket. */
  record MaxEarlyData(long octets) implements Extension {}

  /** supported_versions of a ClientHello (RFC 8446 4.2.1). */
  record SupportedVersions(ImmutableList<Version> versions) implements Extension {}

  /** supported_versions of a ServerHello or HelloRetryRequest. */
  record SelectedVersion(Version version) implements Extension {}

  /** RFC 8446 4.2.2. */
  record Cookie(Value cookie) implements Extension {
    @Override
    public Extension map(Values values) {
      return new Cookie(values.at(Kind.COOKIE, cookie));
    }
  }

  /** RFC 8446 4.2.9. */
  record PskKeyExchangeModes(ImmutableList<PskMode> modes) implements Extension {}

  /** key_share of a ClientHello (RFC 8446 4.2.8). */
  record KeyShares(ImmutableList<KeyShare> shares) implements Extension {
    @Override
    public Extension map(Values values) {
      return new KeyShares(
          shares.stream().map(each -> each.map(values)).collect(toImmutableList()));
    }
  }

  /** key_share of a ServerHello; also one of the shares of a ClientHello. */
  record KeyShare(NamedGroup group, Value exchange) implements Extension {
    @Override
    public KeyShare map(Values values) {
      return new KeyShare(group, values.at(Kind.SHARE, exchange));
    }
  }

  /** key_share of a HelloRetryRequest. */
  record SelectedGroup(NamedGroup group) implements Extension {}

  /**
   * The Finished values of the handshake before (RFC 5746 3.2).
   *
   * @param client null in a first handshake
   * @param server null in a first handshake, and in a ClientHello
   */
  record RenegotiationInfo(@Nullable Value client, @Nullable Value server) implements Extension {
    public static final RenegotiationInfo EMPTY = new RenegotiationInfo(null, null);

    @Override
    public Extension map(Values values) {
      return new RenegotiationInfo(
          client == null ? null : values.at(Kind.VERIFY_DATA, client),
          server == null ? null : values.at(Kind.VERIFY_DATA, server));
    }
  }

  /** Any other. */
  record Unknown(int type, Value content) implements Extension {
    @Override
    public Extension map(Values values) {
      return new Unknown(type, values.at(Kind.OPAQUE, content));
    }
  }
}
