package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.policy.Option;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.KeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/** Every suite that is not weak. */
final class SuiteFeatures {
  private SuiteFeatures() {}

  static Stream<Feature> all() {
    return Stream.concat(
        CipherSuite.known().stream().filter(suite -> !suite.isWeak()).map(SuiteFeatures::of),
        Stream.of(encryptThenMac()));
  }

  private static Feature of(CipherSuite suite) {
    Version version = suite.isFor13() ? Version.TLS13 : Version.TLS12;
    Feature feature = Feature.of(suite.toString(), version, chain(suite), suite);
    return switch (suite.keyExchange()) {
      case PSK, DHE_PSK, ECDHE_PSK ->
          inFields(feature).wishing(Wish.PRE_SHARED_KEY, Wish.NO_CERTIFICATE);
      case RSA_PSK -> feature.wishing(Wish.PRE_SHARED_KEY);
      case DHE_RSA -> inFields(feature);
      default -> feature;
    };
  }

  private static ChainFiles chain(CipherSuite suite) {
    return suite.isFor13() || suite.keyExchange() == KeyExchange.ECDHE_ECDSA
        ? ChainFiles.ECDSA
        : ChainFiles.RSA;
  }

  /** The server chooses a field: the client names none (RFC 7919). */
  private static Feature inFields(Feature feature) {
    return feature.withGroups(
        ImmutableList.of(NamedGroup.SECP256R1),
        ImmutableList.of(NamedGroup.SECP256R1, NamedGroup.FFDHE2048));
  }

  private static Feature encryptThenMac() {
    CipherSuite suite = CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA;
    Feature plain = Feature.of("encrypt_then_mac", Version.TLS12, ChainFiles.ECDSA, suite);
    return Features.with(plain, Option.ENCRYPT_THEN_MAC)
        .checking(met -> assertThat(met.last().answer(Extension.EncryptThenMac.class)).isPresent());
  }
}
