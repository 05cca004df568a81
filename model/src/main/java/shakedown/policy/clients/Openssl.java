package shakedown.policy.clients;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static shakedown.policy.HelloProfile.When.ALWAYS;
import static shakedown.policy.HelloProfile.When.NEVER;
import static shakedown.policy.HelloProfile.When.WITH_TLS13;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.stream.Stream;
import shakedown.policy.HelloProfile;
import shakedown.policy.HelloProfile.Slot;
import shakedown.policy.HelloProfile.When;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.policy.openssl.CipherSelection;
import shakedown.policy.openssl.CipherString;
import shakedown.policy.openssl.Ciphersuites;
import shakedown.policy.openssl.GroupList;
import shakedown.policy.openssl.SchemeList;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.EcPointFormats;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.PostHandshakeAuth;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;
import shakedown.yaml.Node;
import shakedown.yaml.Place;
import shakedown.yaml.Source;

/**
 * OpenSSL 3.0, held against the installed one. It sends session_ticket, encrypt_then_mac and
 * extended_master_secret for TLS 1.3 alone too, and never renegotiation_info at first.
 */
final class Openssl {
  static final ImmutableList<Version> VERSIONS =
      ImmutableList.of(Version.TLS13, Version.TLS12, Version.TLS11, Version.TLS10);

  static final HelloProfile PROFILE =
      new HelloProfile("openssl-3.0", slots(ALWAYS), ALWAYS, false, Version.TLS10);
  static final HelloProfile MEASURED =
      new HelloProfile("measured", slots(NEVER), ALWAYS, false, Version.TLS10);

  /** What it takes from TLS 1.2 servers: SHA-224 and SHA-1, with DSA as well. */
  private static final ImmutableList<SignatureScheme> OLD_SCHEMES =
      Stream.of(0x0303, 0x0301, 0x0302, 0x0402, 0x0502, 0x0602)
          .map(SignatureScheme::new)
          .collect(toImmutableList());

  private Openssl() {}

  private static ImmutableList<Slot> slots(When named) {
    var formats = new EcPointFormats(ImmutableList.of(0, 1, 2));
    return ImmutableList.<Slot>builder()
        .addAll(HelloProfile.asked(named, ServerName.class))
        .addAll(HelloProfile.asked(ALWAYS, MaxFragmentLength.class))
        .add(new Slot.Fixed(formats, ALWAYS))
        .addAll(
            HelloProfile.asked(
                ALWAYS,
                SupportedGroups.class,
                SessionTicket.class,
                StatusRequest.class,
                ApplicationProtocols.class,
                EncryptThenMac.class,
                ExtendedMasterSecret.class))
        .addAll(HelloProfile.asked(WITH_TLS13, PostHandshakeAuth.class))
        .addAll(HelloProfile.asked(ALWAYS, SignatureAlgorithms.class))
        .addAll(
            HelloProfile.asked(
                WITH_TLS13,
                SupportedVersions.class,
                PskKeyExchangeModes.class,
                KeyShares.class,
                Cookie.class,
                EarlyData.class))
        .build();
  }

  static Policy policy(String host, ImmutableList<Version> versions) {
    boolean with12 = versions.contains(Version.TLS12);
    boolean with13 = versions.contains(Version.TLS13);
    return Policy.of(host)
        .withHello(PROFILE)
        .withVersions(versions.toArray(Version[]::new))
        .withSuites(Iterables.toArray(suites(), CipherSuite.class))
        .withGroups(
            GroupList.DEFAULT.stream()
                .filter(group -> with13 || group.isCurve())
                .toArray(NamedGroup[]::new))
        .withSchemes(
            Stream.concat(
                    SchemeList.DEFAULT.stream(), with12 ? OLD_SCHEMES.stream() : Stream.empty())
                .toArray(SignatureScheme[]::new))
        .with(Option.ENCRYPT_THEN_MAC);
  }

  private static Iterable<CipherSuite> suites() {
    Node.Scalar usual = new Node.Scalar(Place.start(Source.of("openssl", "")), "DEFAULT");
    ImmutableList<CipherSuite> for12 =
        CipherString.read(usual).toOptional().map(CipherSelection::suites).orElseThrow().stream()
            .filter(suite -> !suite.keyExchange().isPreShared())
            .collect(toImmutableList());
    return Iterables.concat(Ciphersuites.DEFAULT, for12);
  }

  /** One version, and the suites and groups that the measurements were made with. */
  static Policy measured(String host, Version version) {
    return policy(host, ImmutableList.of(version))
        .withHello(MEASURED)
        .withSuites(
            CipherSuite.TLS_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256)
        .withGroups(NamedGroup.X25519, NamedGroup.SECP256R1);
  }
}
