package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Message;
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
        anonymous(Features.tls13("client certificate asked for in vain")),
        anonymous(Features.tls12("client certificate asked for in vain")),
        stapled(Features.tls13("OCSP stapling")),
        stapled(Features.tls12("OCSP stapling")),
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

  /** The server asks, and takes a client that does not say who it is. */
  private static Feature anonymous(Feature feature) {
    return feature
        .withPolicy(feature.policy().withClients(ClientAuthentication.ASKED))
        .wishing(Wish.NO_CLIENT_CERTIFICATE)
        .checking(met -> assertThat(met.last().saw(asking(feature))).isTrue());
  }

  private static Class<? extends Message> asking(Feature feature) {
    return feature.isFor13()
        ? Message.CertificateRequest.class
        : Message.CertificateRequest12.class;
  }

  private static Feature stapled(Feature feature) {
    return Features.with(feature.withChain(ChainFiles.STAPLED), Option.STATUS_REQUEST)
        .wishing(Wish.STAPLE)
        .checking(met -> assertThat(met.last().staple()).isPresent());
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
