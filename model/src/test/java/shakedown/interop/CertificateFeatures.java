package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import shakedown.policy.ClientAuthentication;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** How ends show who they are. */
final class CertificateFeatures {
  private static final String BARE = "raw public key";
  private static final String ALL_BARE = "raw public keys of both";

  private CertificateFeatures() {}

  static Stream<Feature> all() {
    return Stream.of(
        identified(Features.tls13("client certificate")),
        identified(Features.tls12("client certificate")),
        compressed(CompressionAlgorithm.ZLIB, Wish.COMPRESSED_BY_ZLIB),
        compressed(CompressionAlgorithm.BROTLI, Wish.COMPRESSED_BY_BROTLI),
        compressed(CompressionAlgorithm.ZSTD, Wish.COMPRESSED_BY_ZSTD),
        bare(Features.tls13(BARE)),
        bare(Features.tls12(BARE)),
        allBare(Features.tls13(ALL_BARE)),
        allBare(Features.tls12(ALL_BARE)));
  }

  private static Feature identified(Feature feature) {
    return feature
        .withPolicy(feature.policy().withClients(ClientAuthentication.REQUIRED))
        .wishing(Wish.CLIENT_CERTIFICATE)
        .checking(CertificateFeatures::clientIsKnown);
  }

  /** The chain that the client shows is the last one: a server's comes before. */
  private static void clientIsKnown(Meeting met) {
    Value leaf = Us.CLIENT.identity().chain().getFirst();
    assertThat(met.last().leaves().getLast()).isEqualTo(leaf);
  }

  private static Feature bare(Feature feature) {
    return feature
        .wishing(Wish.RAW_SERVER_KEY)
        .checking(met -> assertThat(met.last().leaves()).contains(key(feature.chain())));
  }

  private static Feature allBare(Feature feature) {
    return bare(feature)
        .withPolicy(feature.policy().withClients(ClientAuthentication.REQUIRED))
        .wishing(Wish.CLIENT_CERTIFICATE, Wish.RAW_CLIENT_KEY)
        .checking(met -> assertThat(met.last().leaves().getLast()).isEqualTo(key(Us.CLIENT)));
  }

  private static Value key(ChainFiles chain) {
    return chain.bare().chain().getFirst();
  }

  private static Feature compressed(CompressionAlgorithm algorithm, Wish wish) {
    Feature plain =
        Feature.of(
            algorithm + "-compressed certificate",
            Version.TLS13,
            ChainFiles.RSA,
            CipherSuite.TLS_AES_128_GCM_SHA256);
    return plain
        .withPolicy(plain.policy().withCompressions(algorithm))
        .wishing(wish)
        .checking(met -> assertThat(met.last().saw(CompressedCertificate.class)).isTrue());
  }
}
