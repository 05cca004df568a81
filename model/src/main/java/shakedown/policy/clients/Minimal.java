package shakedown.policy.clients;

import static shakedown.policy.HelloProfile.When.ALWAYS;
import static shakedown.policy.HelloProfile.When.NEVER;
import static shakedown.policy.HelloProfile.When.RESUMING;
import static shakedown.policy.HelloProfile.When.WITH_TLS13;

import com.google.common.collect.ImmutableList;
import shakedown.policy.HelloProfile;
import shakedown.policy.HelloProfile.Slot;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/**
 * What must be there to negotiate (RFC 8446 9.2): no server name, since a server need not insist on
 * one, and no way to resume unless there is something to.
 */
final class Minimal {
  static final HelloProfile PROFILE =
      new HelloProfile(
          "minimal",
          ImmutableList.<Slot>builder()
              .addAll(HelloProfile.asked(NEVER, ServerName.class, SessionTicket.class))
              .addAll(HelloProfile.asked(ALWAYS, SupportedGroups.class, SignatureAlgorithms.class))
              .addAll(HelloProfile.asked(WITH_TLS13, SupportedVersions.class))
              .addAll(HelloProfile.asked(RESUMING, PskKeyExchangeModes.class))
              .addAll(HelloProfile.asked(WITH_TLS13, KeyShares.class, EarlyData.class))
              .build(),
          NEVER,
          false,
          Version.TLS10);

  private Minimal() {}

  static Policy policy(String host, Version version) {
    return Policy.of(host)
        .withHello(PROFILE)
        .withVersions(version)
        .withSuites(
            CipherSuite.TLS_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)
        .withGroups(groups(version))
        .withSchemes(SignatureScheme.ECDSA_SECP256R1_SHA256)
        .without(
            Option.MIDDLEBOX_COMPATIBILITY,
            Option.EXTENDED_MASTER_SECRET,
            Option.SECURE_RENEGOTIATION);
  }

  /** In TLS 1.2 the curve of the certificate is named as well (RFC 8422 5.3). */
  private static NamedGroup[] groups(Version version) {
    return version.equals(Version.TLS13)
        ? new NamedGroup[] {NamedGroup.X25519}
        : new NamedGroup[] {NamedGroup.X25519, NamedGroup.SECP256R1};
  }
}
