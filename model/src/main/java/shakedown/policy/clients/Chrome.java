package shakedown.policy.clients;

import static shakedown.policy.HelloProfile.When.ALWAYS;
import static shakedown.policy.HelloProfile.When.NEVER;
import static shakedown.policy.HelloProfile.When.WITH_TLS12;
import static shakedown.policy.HelloProfile.When.WITH_TLS13;

import com.google.common.collect.ImmutableList;
import shakedown.policy.HelloProfile;
import shakedown.policy.HelloProfile.Slot;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.EcPointFormats;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/**
 * Chrome on a desktop. What is sent was taken from published fingerprints of Chrome 133 to 143 (JA4
 * {@code t13d1516h2_8daaf6152771_d8a2da3f94cd}); Chrome permutes its extensions, so the order here
 * is that of BoringSSL's table, before permutation. A first hello with a share of X25519MLKEM768 is
 * longer than 512 octets, so BoringSSL's padding (RFC 7685) has no place in it.
 */
final class Chrome {
  private static final int SIGNED_CERTIFICATE_TIMESTAMP = 18;
  private static final int APPLICATION_SETTINGS = 17613;
  private static final int ENCRYPTED_CLIENT_HELLO = 0xfe0d;
  private static final int GREASE_FIRST = 0x4a4a;
  private static final int GREASE_LAST = 0x5a5a;

  /** The protocol h2, in a list. */
  private static final String SETTINGS = "0003026832";

  /**
   * GREASE of encrypted_client_hello: outer, HKDF-SHA256 and AES-128-GCM, a config id, 32 octets of
   * key and 208 of payload; Chrome draws 144, 176, 208 or 240.
   */
  private static final String ECH =
      "00" + "00010001" + "5e" + "0020" + "5e".repeat(32) + "00d0" + "5e".repeat(208);

  static final HelloProfile PROFILE =
      new HelloProfile("chrome-like", slots(), NEVER, true, Version.TLS10);

  private Chrome() {}

  private static ImmutableList<Slot> slots() {
    return ImmutableList.<Slot>builder()
        .add(new Slot.Raw(GREASE_FIRST, "", ALWAYS))
        .addAll(HelloProfile.asked(ALWAYS, ServerName.class))
        .add(new Slot.Raw(ENCRYPTED_CLIENT_HELLO, ECH, WITH_TLS13))
        .addAll(HelloProfile.asked(WITH_TLS12, ExtendedMasterSecret.class, RenegotiationInfo.class))
        .addAll(HelloProfile.asked(ALWAYS, SupportedGroups.class))
        .add(new Slot.Fixed(new EcPointFormats(ImmutableList.of(0)), WITH_TLS12))
        .addAll(HelloProfile.asked(WITH_TLS12, SessionTicket.class))
        .addAll(
            HelloProfile.asked(
                ALWAYS, ApplicationProtocols.class, StatusRequest.class, SignatureAlgorithms.class))
        .add(new Slot.Raw(SIGNED_CERTIFICATE_TIMESTAMP, "", ALWAYS))
        .addAll(
            HelloProfile.asked(
                WITH_TLS13,
                KeyShares.class,
                PskKeyExchangeModes.class,
                EarlyData.class,
                SupportedVersions.class,
                Cookie.class,
                CompressCertificate.class))
        .add(new Slot.Raw(APPLICATION_SETTINGS, SETTINGS, ALWAYS))
        .add(new Slot.Raw(GREASE_LAST, "00", ALWAYS))
        .build();
  }

  static Policy policy(String host, ImmutableList<Version> versions) {
    boolean with13 = versions.contains(Version.TLS13);
    Policy old =
        Policy.of(host)
            .withHello(PROFILE)
            .withVersions(versions.toArray(Version[]::new))
            .withSuites(
                CipherSuite.TLS_AES_128_GCM_SHA256,
                CipherSuite.TLS_AES_256_GCM_SHA384,
                CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
                CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
                CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
                CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
                CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
                CipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384,
                CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA,
                CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA)
            .withGroups(NamedGroup.X25519, NamedGroup.SECP256R1, NamedGroup.SECP384R1)
            .withSchemes(
                SignatureScheme.ECDSA_SECP256R1_SHA256,
                SignatureScheme.RSA_PSS_RSAE_SHA256,
                SignatureScheme.RSA_PKCS1_SHA256,
                SignatureScheme.ECDSA_SECP384R1_SHA384,
                SignatureScheme.RSA_PSS_RSAE_SHA384,
                SignatureScheme.RSA_PKCS1_SHA384,
                SignatureScheme.RSA_PSS_RSAE_SHA512,
                SignatureScheme.RSA_PKCS1_SHA512)
            .withProtocols("h2", "http/1.1")
            .with(Option.STATUS_REQUEST);
    return with13
        ? old.withCompressions(CompressionAlgorithm.BROTLI)
            .withGroups(
                NamedGroup.X25519_MLKEM768,
                NamedGroup.X25519,
                NamedGroup.SECP256R1,
                NamedGroup.SECP384R1)
            .withShares(NamedGroup.X25519_MLKEM768, NamedGroup.X25519)
        : old;
  }
}
