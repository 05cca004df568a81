package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.wire.CipherSuite;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/** Every group that keys are agreed in. */
final class GroupFeatures {
  private static final ImmutableList<NamedGroup> CURVES =
      ImmutableList.of(
          NamedGroup.X25519,
          NamedGroup.X448,
          NamedGroup.SECP256R1,
          NamedGroup.SECP384R1,
          NamedGroup.SECP521R1);

  private static final ImmutableList<NamedGroup> OTHERS =
      ImmutableList.of(
          NamedGroup.FFDHE2048,
          NamedGroup.FFDHE3072,
          NamedGroup.X25519_MLKEM768,
          NamedGroup.SECP256R1_MLKEM768);

  private GroupFeatures() {}

  static Stream<Feature> all() {
    return Stream.of(
            CURVES.stream().map(GroupFeatures::tls13),
            OTHERS.stream().map(GroupFeatures::tls13),
            CURVES.stream().map(GroupFeatures::tls12),
            Stream.of(field12()))
        .flatMap(each -> each);
  }

  private static Feature tls13(NamedGroup group) {
    return in(group, Features.tls13("group " + group));
  }

  /** With a chain of RSA, since the groups of TLS 1.2 are those of certificates, too. */
  private static Feature tls12(NamedGroup group) {
    CipherSuite suite = CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256;
    return in(group, Feature.of("group " + group, Version.TLS12, ChainFiles.RSA, suite));
  }

  /** The client names a field (RFC 7919). */
  private static Feature field12() {
    CipherSuite suite = CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256;
    NamedGroup group = NamedGroup.FFDHE2048;
    return in(group, Feature.of("group " + group, Version.TLS12, ChainFiles.RSA, suite));
  }

  private static Feature in(NamedGroup group, Feature feature) {
    return feature
        .withGroups(group)
        .checking(met -> assertThat(met.last().group()).isEqualTo(group));
  }
}
