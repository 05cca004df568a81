package shakedown.policy.clients;

import static shakedown.policy.HelloProfile.When.ALWAYS;
import static shakedown.policy.HelloProfile.When.TLS13_ALONE;
import static shakedown.policy.HelloProfile.When.WITH_TLS12;
import static shakedown.policy.HelloProfile.When.WITH_TLS13;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.IntStream;
import shakedown.policy.HelloProfile;
import shakedown.policy.HelloProfile.Slot;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.CertificateAuthorities;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.EcPointFormats;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SignatureAlgorithmsCert;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/** JSSE of JDK 25, held against the running one. Its suites include DSA's, which none speaks. */
final class Jdk {
  private static final int STATUS_REQUEST_V2 = 17;

  /** One request of type ocsp_multi, without responders or extensions (RFC 6961 2.2). */
  private static final String OCSP_MULTI = "000702000400000000";

  private static final int[] SCHEMES_13 = {
    0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b
  };
  private static final int[] PKCS1 = {0x0401, 0x0501, 0x0601};
  private static final int[] SCHEMES_12 = {0x0402, 0x0303, 0x0301, 0x0302};
  private static final int[] SHA1 = {0x0203, 0x0201};
  private static final int[] SHA1_WITH_DSA = {0x0203, 0x0201, 0x0202};

  static final HelloProfile PROFILE =
      new HelloProfile("jdk-25", slots(), WITH_TLS12, false, Version.TLS12);

  private Jdk() {}

  private static ImmutableList<Slot> slots() {
    var formats = new EcPointFormats(ImmutableList.of(0));
    return ImmutableList.<Slot>builder()
        .addAll(HelloProfile.asked(ALWAYS, ServerName.class, MaxFragmentLength.class))
        .addAll(HelloProfile.asked(ALWAYS, StatusRequest.class))
        .addAll(HelloProfile.asked(ALWAYS, SupportedGroups.class))
        .add(new Slot.Fixed(formats, WITH_TLS12))
        .addAll(HelloProfile.asked(ALWAYS, ApplicationProtocols.class))
        .add(new Slot.Raw(STATUS_REQUEST_V2, OCSP_MULTI, WITH_TLS12))
        .addAll(HelloProfile.asked(WITH_TLS12, ExtendedMasterSecret.class))
        .addAll(HelloProfile.asked(WITH_TLS12, SessionTicket.class))
        .addAll(HelloProfile.asked(ALWAYS, SignatureAlgorithms.class))
        .addAll(HelloProfile.asked(WITH_TLS13, EarlyData.class))
        .addAll(HelloProfile.asked(ALWAYS, SupportedVersions.class))
        .addAll(HelloProfile.asked(WITH_TLS13, Cookie.class, PskKeyExchangeModes.class))
        .addAll(HelloProfile.asked(ALWAYS, CertificateAuthorities.class))
        .add(new Slot.Fixed(certificates(SCHEMES_13, PKCS1, SCHEMES_12, SHA1_WITH_DSA), WITH_TLS12))
        .add(new Slot.Fixed(certificates(SCHEMES_13, PKCS1, SHA1), TLS13_ALONE))
        .addAll(HelloProfile.asked(WITH_TLS13, KeyShares.class))
        .build();
  }

  private static SignatureAlgorithmsCert certificates(int[]... schemes) {
    return new SignatureAlgorithmsCert(ImmutableList.copyOf(schemes(schemes)));
  }

  private static SignatureScheme[] schemes(int[]... codes) {
    return Arrays.stream(codes)
        .flatMapToInt(IntStream::of)
        .mapToObj(SignatureScheme::new)
        .toArray(SignatureScheme[]::new);
  }

  static Policy policy(String host, ImmutableList<Version> versions) {
    boolean with12 = versions.contains(Version.TLS12);
    return Policy.of(host)
        .withHello(PROFILE)
        .withVersions(versions.toArray(Version[]::new))
        .withSuites(
            IntStream.of(
                    0x1302, 0x1301, 0x1303, 0xc02c, 0xc02b, 0xcca9, 0xc030, 0xcca8, 0xc02f, 0x009f,
                    0xccaa, 0x00a3, 0x009e, 0x00a2, 0xc024, 0xc028, 0xc023, 0xc027, 0x006b, 0x006a,
                    0x0067, 0x0040, 0xc00a, 0xc014, 0xc009, 0xc013, 0x0039, 0x0038, 0x0033, 0x0032)
                .mapToObj(CipherSuite::new)
                .toArray(CipherSuite[]::new))
        .withGroups(
            NamedGroup.X25519,
            NamedGroup.SECP256R1,
            NamedGroup.SECP384R1,
            NamedGroup.SECP521R1,
            NamedGroup.X448,
            NamedGroup.FFDHE2048,
            NamedGroup.FFDHE3072,
            NamedGroup.FFDHE4096,
            NamedGroup.FFDHE6144,
            NamedGroup.FFDHE8192)
        .withShares(NamedGroup.X25519, NamedGroup.SECP256R1)
        .withSchemes(with12 ? schemes(SCHEMES_13, PKCS1, SCHEMES_12) : schemes(SCHEMES_13))
        .with(Option.STATUS_REQUEST);
  }
}
