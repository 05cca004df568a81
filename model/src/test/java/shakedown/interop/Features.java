package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.handshake.Signal;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Message;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/** The rows of the matrix. */
final class Features {
  private static final CipherSuite ANY13 = CipherSuite.TLS_AES_128_GCM_SHA256;
  private static final CipherSuite ANY12 = CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;

  static final ImmutableList<Feature> ALL =
      Stream.of(suites(), groups(), sessions(), habits(), compressions())
          .flatMap(each -> each)
          .collect(ImmutableList.toImmutableList());

  private Features() {}

  static Feature of(Matrix.Row row) {
    return ALL.stream().filter(each -> each.row().equals(row)).findFirst().orElseThrow();
  }

  private static Stream<Feature> suites() {
    return Stream.concat(
        Stream.of(
                CipherSuite.TLS_AES_128_GCM_SHA256,
                CipherSuite.TLS_AES_256_GCM_SHA384,
                CipherSuite.TLS_CHACHA20_POLY1305_SHA256)
            .map(suite -> Feature.of(suite.toString(), Version.TLS13, ChainFiles.ECDSA, suite)),
        Stream.of(
                CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
                CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
                CipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384)
            .map(suite -> Feature.of(suite.toString(), Version.TLS12, chain(suite), suite)));
  }

  private static ChainFiles chain(CipherSuite suite) {
    return suite.toString().contains("ECDSA") ? ChainFiles.ECDSA : ChainFiles.RSA;
  }

  private static Stream<Feature> groups() {
    return Stream.of(NamedGroup.X25519, NamedGroup.SECP256R1)
        .flatMap(
            group ->
                Stream.of(
                    tls13("group " + group)
                        .withGroups(group)
                        .checking(met -> assertThat(met.last().group()).isEqualTo(group)),
                    // of RSA, since the groups of TLS 1.2 are those of certificates, too
                    Feature.of(
                            "group " + group,
                            Version.TLS12,
                            ChainFiles.RSA,
                            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256)
                        .withGroups(group)
                        .checking(met -> assertThat(met.last().group()).isEqualTo(group))));
  }

  private static Stream<Feature> sessions() {
    return Stream.of(
        resumed(tls13("ticket")),
        resumed(with(tls13("early data"), Option.EARLY_DATA))
            .wishing(Wish.EARLY_DATA)
            .checking(Features::earlyDataWasTaken),
        resumed(without(tls12("ticket"), Option.SESSION_IDS)).wishing(Wish.NO_SESSION_ID),
        resumed(without(tls12("session id"), Option.TICKETS)).wishing(Wish.NO_TICKET),
        resumed(
                without(
                    tls12("ticket without extended_master_secret"), Option.EXTENDED_MASTER_SECRET))
            .wishing(Wish.NO_EXTENDED_MASTER_SECRET));
  }

  private static Stream<Feature> habits() {
    return Stream.of(
        without(tls13("without compatibility mode"), Option.MIDDLEBOX_COMPATIBILITY)
            .wishing(Wish.NO_DISGUISE),
        without(tls12("without extended_master_secret"), Option.EXTENDED_MASTER_SECRET)
            .wishing(Wish.NO_EXTENDED_MASTER_SECRET),
        with(tls12("False Start"), Option.FALSE_START).wishing(Wish.FALSE_START));
  }

  private static Stream<Feature> compressions() {
    return Stream.of(
        compressed("zlib", CompressionAlgorithm.ZLIB, Wish.COMPRESSED_BY_ZLIB),
        compressed("brotli", CompressionAlgorithm.BROTLI, Wish.COMPRESSED_BY_BROTLI),
        compressed("zstd", CompressionAlgorithm.ZSTD, Wish.COMPRESSED_BY_ZSTD));
  }

  private static Feature compressed(String name, CompressionAlgorithm algorithm, Wish wish) {
    Feature plain =
        Feature.of(name + "-compressed certificate", Version.TLS13, ChainFiles.RSA, ANY13);
    return plain
        .withPolicy(plain.policy().withCompressions(algorithm))
        .wishing(wish)
        .checking(met -> assertThat(met.last().saw(Message.CompressedCertificate.class)).isTrue());
  }

  private static Feature resumed(Feature feature) {
    return feature
        .wishing(Wish.RESUMPTION)
        .checking(met -> assertThat(met.first().isFull()).isTrue())
        .checking(met -> assertThat(met.last().isFull()).isFalse());
  }

  private static void earlyDataWasTaken(Meeting met) {
    Ours last = met.last();
    assertThat(
            last.heard().startsWith(Us.EARLY)
                || last.signals(Signal.EarlyDataAccepted.class).size() == 1)
        .isTrue();
  }

  private static Feature tls13(String name) {
    return Feature.of(name, Version.TLS13, ChainFiles.ECDSA, ANY13);
  }

  private static Feature tls12(String name) {
    return Feature.of(name, Version.TLS12, ChainFiles.ECDSA, ANY12);
  }

  private static Feature with(Feature feature, Option option) {
    return feature.withPolicy(feature.policy().with(option));
  }

  private static Feature without(Feature feature, Option option) {
    Policy fewer = feature.policy().without(option);
    return feature.withPolicy(fewer);
  }
}
