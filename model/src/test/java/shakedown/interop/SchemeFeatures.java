package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;
import shakedown.wire.CipherSuite;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/** Every scheme that servers sign with. */
final class SchemeFeatures {
  private static final ImmutableMap<SignatureScheme, ChainFiles> OF_BOTH =
      ImmutableMap.<SignatureScheme, ChainFiles>builder()
          .put(SignatureScheme.ECDSA_SECP256R1_SHA256, ChainFiles.ECDSA)
          .put(SignatureScheme.ECDSA_SECP384R1_SHA384, ChainFiles.ECDSA_P384)
          .put(SignatureScheme.ECDSA_SECP521R1_SHA512, ChainFiles.ECDSA_P521)
          .put(SignatureScheme.ED25519, ChainFiles.ED25519)
          .put(SignatureScheme.ED448, ChainFiles.ED448)
          .put(SignatureScheme.RSA_PSS_RSAE_SHA256, ChainFiles.RSA)
          .put(SignatureScheme.RSA_PSS_RSAE_SHA384, ChainFiles.RSA)
          .put(SignatureScheme.RSA_PSS_RSAE_SHA512, ChainFiles.RSA)
          .put(SignatureScheme.RSA_PSS_PSS_SHA256, ChainFiles.RSA_PSS)
          .put(SignatureScheme.RSA_PSS_PSS_SHA384, ChainFiles.RSA_PSS)
          .put(SignatureScheme.RSA_PSS_PSS_SHA512, ChainFiles.RSA_PSS)
          .buildOrThrow();

  private static final ImmutableMap<SignatureScheme, ChainFiles> OF_TLS13 =
      ImmutableMap.of(
          SignatureScheme.MLDSA44, ChainFiles.ML_DSA_44,
          SignatureScheme.MLDSA65, ChainFiles.ML_DSA_65,
          SignatureScheme.MLDSA87, ChainFiles.ML_DSA_87);

  private static final ImmutableMap<SignatureScheme, ChainFiles> OF_TLS12 =
      ImmutableMap.of(
          SignatureScheme.RSA_PKCS1_SHA256, ChainFiles.RSA,
          SignatureScheme.RSA_PKCS1_SHA384, ChainFiles.RSA,
          SignatureScheme.RSA_PKCS1_SHA512, ChainFiles.RSA);

  private SchemeFeatures() {}

  static Stream<Feature> all() {
    return Stream.of(
            rows(OF_BOTH, Version.TLS13),
            rows(OF_TLS13, Version.TLS13),
            rows(OF_BOTH, Version.TLS12),
            rows(OF_TLS12, Version.TLS12))
        .flatMap(each -> each);
  }

  private static Stream<Feature> rows(
      ImmutableMap<SignatureScheme, ChainFiles> chains, Version version) {
    return chains.entrySet().stream().map(each -> of(each.getKey(), each.getValue(), version));
  }

  private static Feature of(SignatureScheme scheme, ChainFiles chain, Version version) {
    Feature plain = Feature.of(scheme.toString(), version, chain, suite(chain, version));
    SignatureScheme[] schemes = schemes(scheme, chain).toArray(SignatureScheme[]::new);
    return plain
        .withPolicy(plain.policy().withSchemes(schemes))
        .withSchemes(schemes)
        .withGroups(group(chain))
        .checking(met -> assertThat(met.last().serverScheme()).isEqualTo(scheme));
  }

  /** And what the certificates of its chain are signed with. */
  private static ImmutableList<SignatureScheme> schemes(SignatureScheme scheme, ChainFiles chain) {
    if (chain.equals(ChainFiles.RSA)) {
      return Stream.of(scheme, SignatureScheme.RSA_PKCS1_SHA256)
          .distinct()
          .collect(ImmutableList.toImmutableList());
    }
    return chain.equals(ChainFiles.RSA_PSS)
        ? Stream.of(scheme, SignatureScheme.RSA_PSS_PSS_SHA256)
            .distinct()
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of(scheme);
  }

  private static CipherSuite suite(ChainFiles chain, Version version) {
    if (version.equals(Version.TLS13)) {
      return CipherSuite.TLS_AES_128_GCM_SHA256;
    }
    return chain.equals(ChainFiles.RSA) || chain.equals(ChainFiles.RSA_PSS)
        ? CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
        : CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
  }

  /** That of the certificates, too, as TLS 1.2 has it (RFC 8422 5.1). */
  private static NamedGroup group(ChainFiles chain) {
    return switch (chain.name()) {
      case "ecdsa-p384-2" -> NamedGroup.SECP384R1;
      case "ecdsa-p521-2" -> NamedGroup.SECP521R1;
      default -> NamedGroup.SECP256R1;
    };
  }
}
