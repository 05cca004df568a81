package shakedown.wire;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import shakedown.choices.Choices;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.CertificateAuthorities;
import shakedown.wire.Extension.ClientCertificateType;
import shakedown.wire.Extension.ClientCertificateTypes;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.Credential;
import shakedown.wire.Extension.DelegatedCredential;
import shakedown.wire.Extension.DelegatedCredentialSchemes;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.EcPointFormats;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.MaxEarlyData;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.Padding;
import shakedown.wire.Extension.PostHandshakeAuth;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.PskIdentity;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.RecordSizeLimit;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.ServerCertificateType;
import shakedown.wire.Extension.ServerCertificateTypes;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.ServerNameKnown;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SignatureAlgorithmsCert;
import shakedown.wire.Extension.StapledStatus;
import shakedown.wire.Extension.StatusPromised;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.CertificateRequest12;
import shakedown.wire.Message.CertificateStatus;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.EndOfEarlyData;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.HelloRequest;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.Message.KeyUpdate;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.Message.Signed;

/** Every small handshake message, with a dialect in which it has octets. */
record Messages(Message message, Dialect dialect) {
  static final Dialect TLS13 = Dialect.of(Version.TLS13, CipherSuite.TLS_AES_128_GCM_SHA256);
  static final Dialect ECDHE =
      Dialect.of(Version.TLS12, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256);
  static final Dialect RSA = Dialect.of(Version.TLS12, CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256);

  /** What every SubjectPublicKeyInfo begins with; octets of that length do, too. */
  private static final int DER_SEQUENCE = 0x30;

  static final Dialect DATAGRAM = Dialect.UNDECIDED_DATAGRAM;
  private static final SignatureScheme SCHEME = SignatureScheme.ED25519;
  private static final NamedGroup GROUP = NamedGroup.X25519;

  private static final Octets EXPLICIT =
      Octets.of(new byte[] {1, 9, 1, 9, 1, 9, 2, 4, 9, 1, 9, 1, 1});
  private static final ImmutableList<Extension> OF_CLIENT_HELLO =
      ImmutableList.of(
          new ServerName("a.example"),
          new MaxFragmentLength(2),
          new StatusRequest(ImmutableList.of(), null),
          new StatusRequest(ImmutableList.of(octets(3), octets(7)), octets(2)),
          new SupportedGroups(ImmutableList.of(GROUP, NamedGroup.SECP256R1)),
          new EcPointFormats(ImmutableList.of(0, 2)),
          new SignatureAlgorithms(ImmutableList.of(SCHEME)),
          new SignatureAlgorithmsCert(ImmutableList.of(SCHEME)),
          new ApplicationProtocols(ImmutableList.of("h2", "\u00fa\u00fa")),
          new ClientCertificateTypes(ImmutableList.of(CertificateType.X509)),
          new ServerCertificateTypes(
              ImmutableList.of(CertificateType.RAW_PUBLIC_KEY, CertificateType.X509)),
          new EncryptThenMac(),
          new RecordSizeLimit(0x4001),
          new DelegatedCredentialSchemes(ImmutableList.of(SCHEME)),
          new CertificateAuthorities(ImmutableList.of(octets(9))),
          new PostHandshakeAuth(),
          new Padding(octets(9)),
          new ExtendedMasterSecret(),
          new CompressCertificate(ImmutableList.of(CompressionAlgorithm.BROTLI)),
          new SessionTicket(null),
          new EarlyData(),
          new SupportedVersions(ImmutableList.of(Version.TLS13, Version.TLS12)),
          new Cookie(octets(3)),
          new PskKeyExchangeModes(ImmutableList.of(PskMode.PSK_DHE_KE)),
          new KeyShares(ImmutableList.of()),
          new KeyShares(ImmutableList.of(new KeyShare(GROUP, octets(32)))),
          RenegotiationInfo.EMPTY,
          new RenegotiationInfo(octets(12), null),
          new Unknown(0xfafa, octets(2)),
          new PreSharedKeys(
              ImmutableList.of(
                  new PskIdentity(octets(5), octets(4)), new PskIdentity(octets(1), octets(4))),
              ImmutableList.of(octets(32), octets(48))));

  private static final ImmutableList<Extension> OF_SERVER_HELLO =
      ImmutableList.of(
          new ServerNameKnown(),
          new MaxFragmentLength(4),
          new StatusPromised(),
          new EcPointFormats(ImmutableList.of(0)),
          new ApplicationProtocols(ImmutableList.of("h2")),
          new ClientCertificateType(CertificateType.RAW_PUBLIC_KEY),
          new ServerCertificateType(CertificateType.RAW_PUBLIC_KEY),
          new EncryptThenMac(),
          new RecordSizeLimit(64),
          new ExtendedMasterSecret(),
          new SessionTicket(null),
          new SelectedPsk(1),
          new SelectedVersion(Version.TLS13),
          new KeyShare(GROUP, octets(32)),
          new RenegotiationInfo(octets(12), octets(12)),
          new Unknown(13, Octets.EMPTY));

  private static final ImmutableList<Extension> OF_RETRY =
      ImmutableList.of(
          new SelectedVersion(Version.TLS13),
          new SelectedGroup(GROUP),
          new Cookie(octets(7)),
          new Unknown(10, octets(1)));

  private static final ImmutableList<Extension> OF_ENCRYPTED_EXTENSIONS =
      ImmutableList.of(
          new SupportedGroups(ImmutableList.of(GROUP)),
          new ServerNameKnown(),
          new ApplicationProtocols(ImmutableList.of("h2")),
          new RecordSizeLimit(64),
          new EarlyData(),
          new Unknown(13, Octets.EMPTY));
  private static final ImmutableList<Extension> OF_CERTIFICATE_REQUEST =
      ImmutableList.of(
          new StatusRequest(ImmutableList.of(), null),
          new SignatureAlgorithms(ImmutableList.of(SCHEME)),
          new SignatureAlgorithmsCert(ImmutableList.of(SCHEME)),
          new CompressCertificate(ImmutableList.of(CompressionAlgorithm.ZLIB)),
          new DelegatedCredentialSchemes(ImmutableList.of(SCHEME)),
          new CertificateAuthorities(ImmutableList.of(octets(9), octets(8))),
          new Unknown(48, octets(2)));
  private static final ImmutableList<Extension> OF_CERTIFICATE =
      ImmutableList.of(
          new StapledStatus(octets(90)),
          new DelegatedCredential(new Credential(604_800, SCHEME, octets(44)), SCHEME, octets(64)),
          new Unknown(18, octets(3)));

  private static final ImmutableList<Extension> OF_TICKET =
      ImmutableList.of(new MaxEarlyData(0xffff_ffffL), new Unknown(51, octets(1)));

  static Messages oneOf(Choices choices) {
    return switch (choices.below(27)) {
      case 0 -> new Messages(clientHello(choices), Dialect.UNDECIDED);
      case 1 -> new Messages(serverHello(choices), Dialect.UNDECIDED);
      case 2 -> new Messages(retry(choices), Dialect.UNDECIDED);
      case 3 ->
          new Messages(new EncryptedExtensions(subset(choices, OF_ENCRYPTED_EXTENSIONS)), TLS13);
      case 4 -> new Messages(certificate(choices), TLS13);
      case 5 ->
          new Messages(new CompressedCertificate(CompressionAlgorithm.ZLIB, octets(9)), TLS13);
      case 6 -> new Messages(new CertificateVerify(SCHEME, some(choices)), TLS13);
      case 7 -> new Messages(new Finished(octets(48)), TLS13);
      case 8 -> new Messages(new EndOfEarlyData(), TLS13);
      case 9 -> new Messages(ticket(choices), TLS13);
      case 10 -> new Messages(certificate12(choices), ECDHE);
      case 11 -> exchanged(choices.oneOf(ImmutableList.copyOf(KeyExchange.values())), choices);
      case 12 -> new Messages(new ServerHelloDone(), RSA);
      case 13 -> new Messages(new HelloRequest(), RSA);
      case 14 -> answered(choices.oneOf(ImmutableList.copyOf(KeyExchange.values())), choices);
      case 15 -> new Messages(new NewSessionTicket12(7200, some(choices)), ECDHE);
      case 16 -> new Messages(new Finished(octets(12)), RSA);
      case 17 -> new Messages(new CertificateStatus(octets(90)), ECDHE);
      case 18 ->
          new Messages(
              new CertificateRequest12(
                  ImmutableList.of(1, 64),
                  ImmutableList.of(SCHEME),
                  choices.coin() ? ImmutableList.of() : ImmutableList.of(octets(9))),
              ECDHE);
      case 19 -> new Messages(new CertificateVerify(SCHEME, some(choices)), ECDHE);
      case 20 -> new Messages(new KeyUpdate(choices.below(3)), TLS13);
      case 21 ->
          new Messages(
              new CertificateRequest(
                  choices.coin() ? octets(8) : null, subset(choices, OF_CERTIFICATE_REQUEST)),
              TLS13);
      case 22 -> new Messages(new HelloVerifyRequest(Version.TLS10, octets(20)), DATAGRAM);
      case 23 -> new Messages(plainHello().withCookie(some(choices)), DATAGRAM);
      case 24 -> new Messages(new Finished(octets(12)), DATAGRAM);
      case 25 -> new Messages(new Finished(octets(12)), DATAGRAM);
      default -> new Messages(new Finished(octets(12)), Dialect.UNDECIDED);
    };
  }

  /** ServerKeyExchange in the form of this key exchange. */
  private static Messages exchanged(KeyExchange exchange, Choices choices) {
    Value share = octets(65);
    Parameters parameters =
        switch (exchange.sharing()) {
          case CURVE ->
              choices.coin()
                  ? new Parameters.Share(GROUP, share)
                  : new Parameters.Share(new ExplicitCurve(EXPLICIT), share);
          case FINITE_FIELD ->
              choices.coin()
                  ? new Parameters.Share(new NamedGroup(0x0100 + choices.below(2)), share)
                  : new Parameters.Share(new CustomGroup(octets(70), octets(1)), share);
          case ENCRYPTED ->
              exchange == KeyExchange.RSA_EXPORT
                  ? new Parameters.TemporaryKey(Octets.of(new byte[] {0, 2, 9, 9, 0, 1, 3}))
                  : null;
          case NONE, NEGOTIATED, FIXED -> null;
        };
    return new Messages(
        new ServerKeyExchange(
            exchange.isPreShared() ? some(choices) : null,
            parameters,
            exchange.isSigned() ? new Signed(SCHEME, some(choices)) : null),
        new Dialect(Version.TLS12, exchange, false));
  }

  /** ClientKeyExchange in the form of this key exchange. */
  private static Messages answered(KeyExchange exchange, Choices choices) {
    ClientKey key =
        switch (exchange.sharing()) {
          case CURVE, FIXED -> new ClientKey.CurveShare(octets(65));
          case FINITE_FIELD -> new ClientKey.FiniteFieldShare(octets(256));
          case ENCRYPTED -> new ClientKey.EncryptedSecret(some(choices));
          case NONE, NEGOTIATED -> null;
        };
    return new Messages(
        new ClientKeyExchange(exchange.isPreShared() ? some(choices) : null, key),
        new Dialect(Version.TLS12, exchange, false));
  }

  /** Octets of this length, each another. */
  static Octets octets(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i + length);
    }
    return Octets.of(bytes);
  }

  /** Every extension of a ClientHello alone, and with its neighbour in both orders. */
  private static ClientHello clientHello(Choices choices) {
    return new ClientHello(
        Version.TLS12,
        octets(32),
        sessionId(choices),
        null,
        ImmutableList.of(CipherSuite.TLS_AES_128_GCM_SHA256, new CipherSuite(0x0a0a)),
        choices.oneOf(ImmutableList.of(ImmutableList.of(0), ImmutableList.of(255, 0))),
        pair(choices, OF_CLIENT_HELLO));
  }

  private static ClientHello plainHello() {
    return new ClientHello(
        Version.TLS12,
        octets(32),
        null,
        null,
        ImmutableList.of(CipherSuite.TLS_AES_128_GCM_SHA256),
        ImmutableList.of(0),
        Extensions.ABSENT);
  }

  private static ServerHello serverHello(Choices choices) {
    return new ServerHello(
        Version.TLS12,
        octets(32),
        sessionId(choices),
        CipherSuite.TLS_AES_256_GCM_SHA384,
        choices.below(2),
        choices.coin() ? Extensions.ABSENT : subset(choices, OF_SERVER_HELLO));
  }

  private static HelloRetryRequest retry(Choices choices) {
    return new HelloRetryRequest(
        Version.TLS12,
        sessionId(choices),
        CipherSuite.TLS_AES_128_GCM_SHA256,
        choices.below(2),
        subset(choices, OF_RETRY));
  }

  private static Certificate certificate(Choices choices) {
    var chain = ImmutableList.<CertificateEntry>builder();
    for (int i = choices.below(3); i > 0; i--) {
      Extensions extensions = choices.coin() ? Extensions.of() : subset(choices, OF_CERTIFICATE);
      chain.add(new CertificateEntry(octets(300 * i), extensions));
    }
    return new Certificate(choices.coin() ? octets(4) : null, chain.build());
  }

  private static Certificate12 certificate12(Choices choices) {
    int count = choices.below(4);
    return count == 3
        ? new Certificate12(CertificateType.RAW_PUBLIC_KEY, ImmutableList.of(octets(DER_SEQUENCE)))
        : new Certificate12(
            ImmutableList.copyOf(
                Arrays.<Value>asList(octets(300), octets(70_000)).subList(0, count)));
  }

  private static NewSessionTicket ticket(Choices choices) {
    return new NewSessionTicket(
        choices.oneOf(ImmutableList.of(0L, 0xffff_ffffL)),
        octets(4),
        some(choices),
        octets(1),
        subset(choices, OF_TICKET));
  }

  private static @Nullable Value sessionId(Choices choices) {
    return choices.coin() ? octets(32) : null;
  }

  private static Value some(Choices choices) {
    return octets(choices.oneOf(ImmutableList.of(0, 1, 255)));
  }

  /** None, all, each alone, and each with its neighbour in both orders. */
  private static Extensions subset(Choices choices, ImmutableList<Extension> extensions) {
    return switch (choices.below(3)) {
      case 0 -> Extensions.of();
      case 1 -> new Extensions(extensions);
      default -> neighbours(choices, extensions);
    };
  }

  private static Extensions pair(Choices choices, ImmutableList<Extension> extensions) {
    return choices.coin() ? Extensions.ABSENT : neighbours(choices, extensions);
  }

  private static Extensions neighbours(Choices choices, ImmutableList<Extension> extensions) {
    int at = choices.below(extensions.size());
    Extension one = extensions.get(at);
    Extension two = extensions.get((at + 1) % extensions.size());
    if (ExtensionType.of(one) == ExtensionType.of(two)) {
      return Extensions.of(one);
    }
    return switch (choices.below(3)) {
      case 0 -> Extensions.of(one);
      // pre_shared_key stays last
      case 1 -> one instanceof PreSharedKeys ? Extensions.of(two, one) : Extensions.of(one, two);
      default -> two instanceof PreSharedKeys ? Extensions.of(one, two) : Extensions.of(two, one);
    };
  }
}
