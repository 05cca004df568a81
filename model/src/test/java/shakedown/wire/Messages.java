package shakedown.wire;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import shakedown.choices.Choices;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.MaxEarlyData;
import shakedown.wire.Extension.Padding;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.PskIdentity;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.EncryptedPremasterSecret;
import shakedown.wire.Message.EndOfEarlyData;
import shakedown.wire.Message.Entry;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;

/** Every small handshake message, with a dialect in which it has octets. */
record Messages(Message message, Dialect dialect) {
  static final Dialect TLS13 = Dialect.of(Version.TLS13, CipherSuite.TLS_AES_128_GCM_SHA256);
  static final Dialect ECDHE =
      Dialect.of(Version.TLS12, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256);
  static final Dialect RSA = Dialect.of(Version.TLS12, CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256);

  private static final SignatureScheme SCHEME = SignatureScheme.ED25519;
  private static final NamedGroup GROUP = NamedGroup.X25519;

  private static final ImmutableList<Extension> OF_CLIENT_HELLO =
      ImmutableList.of(
          new ServerName("a.example"),
          new SupportedGroups(ImmutableList.of(GROUP, NamedGroup.SECP256R1)),
          new SignatureAlgorithms(ImmutableList.of(SCHEME)),
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
          new RenegotiationInfo(null),
          new Unknown(0xfafa, octets(2)),
          new PreSharedKeys(
              ImmutableList.of(
                  new PskIdentity(octets(5), octets(4)), new PskIdentity(octets(1), octets(4))),
              ImmutableList.of(octets(32), octets(48))));

  private static final ImmutableList<Extension> OF_SERVER_HELLO =
      ImmutableList.of(
          new ExtendedMasterSecret(),
          new SessionTicket(null),
          new SelectedPsk(1),
          new SelectedVersion(Version.TLS13),
          new KeyShare(GROUP, octets(32)),
          new RenegotiationInfo(octets(24)),
          new Unknown(0, Octets.EMPTY));

  private static final ImmutableList<Extension> OF_RETRY =
      ImmutableList.of(
          new SelectedVersion(Version.TLS13),
          new SelectedGroup(GROUP),
          new Cookie(octets(7)),
          new Unknown(10, octets(1)));

  private static final ImmutableList<Extension> OF_ENCRYPTED_EXTENSIONS =
      ImmutableList.of(
          new SupportedGroups(ImmutableList.of(GROUP)),
          new EarlyData(),
          new Unknown(0, Octets.EMPTY));

  private static final ImmutableList<Extension> OF_TICKET =
      ImmutableList.of(new MaxEarlyData(0xffff_ffffL), new Unknown(51, octets(1)));

  static Messages oneOf(Choices choices) {
    return switch (choices.below(18)) {
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
      case 11 ->
          new Messages(new ServerKeyExchange(GROUP, octets(32), SCHEME, some(choices)), ECDHE);
      case 12 -> new Messages(new ServerHelloDone(), RSA);
      case 13 -> new Messages(new ClientKeyExchange(octets(65)), ECDHE);
      case 14 -> new Messages(new EncryptedPremasterSecret(some(choices)), RSA);
      case 15 -> new Messages(new NewSessionTicket12(7200, some(choices)), ECDHE);
      case 16 -> new Messages(new Finished(octets(12)), RSA);
      default -> new Messages(new Finished(octets(12)), Dialect.UNDECIDED);
    };
  }

  /** Octets of this length, each another. */
  static Octets octets(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i + length);
    }
    return Octets.of(bytes);
  }

  /** Every extension of a ClientHello alone, and every two in both orders. */
  private static ClientHello clientHello(Choices choices) {
    return new ClientHello(
        Version.TLS12,
        octets(32),
        sessionId(choices),
        ImmutableList.of(CipherSuite.TLS_AES_128_GCM_SHA256, new CipherSuite(0x0a0a)),
        choices.oneOf(ImmutableList.of(ImmutableList.of(0), ImmutableList.of(255, 0))),
        pair(choices, OF_CLIENT_HELLO));
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
        sessionId(choices), CipherSuite.TLS_AES_128_GCM_SHA256, subset(choices, OF_RETRY));
  }

  private static Certificate certificate(Choices choices) {
    var chain = ImmutableList.<Entry>builder();
    for (int i = choices.below(3); i > 0; i--) {
      Extensions extensions =
          choices.coin() ? Extensions.of() : Extensions.of(new Unknown(5, octets(i)));
      chain.add(new Entry(octets(300 * i), extensions));
    }
    return new Certificate(chain.build());
  }

  private static Certificate12 certificate12(Choices choices) {
    return new Certificate12(
        ImmutableList.copyOf(
            Arrays.<Value>asList(octets(300), octets(70_000)).subList(0, choices.below(3))));
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

  private static Extensions subset(Choices choices, ImmutableList<Extension> extensions) {
    return new Extensions(choices.subsetOf(extensions));
  }

  private static Extensions pair(Choices choices, ImmutableList<Extension> extensions) {
    if (choices.coin()) {
      return Extensions.ABSENT;
    }
    Extension one = choices.oneOf(extensions);
    Extension two = choices.oneOf(extensions);
    return one instanceof PreSharedKeys || ExtensionType.of(one) == ExtensionType.of(two)
        ? Extensions.of(one)
        : Extensions.of(one, two);
  }
}
