package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.pki.Chains;
import shakedown.wire.CertificateEntry;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Extensions;
import shakedown.wire.Message;
import shakedown.wire.Octets;
import shakedown.wire.Value;

class CertificateCompressionTest {
  private static final int UINT24 = 3;

  private final Concrete crypto = new Concrete(new Seed(1, "server", 1));
  private final Message.Certificate certificate = certificate(Chains.ECDSA);

  static ImmutableList<CompressionAlgorithm> algorithms() {
    return ImmutableList.of(
        CompressionAlgorithm.ZLIB, CompressionAlgorithm.BROTLI, CompressionAlgorithm.ZSTD);
  }

  /** The libraries are pinned, so a change of these numbers is a change of the results. */
  static Stream<Arguments> sizes() {
    return Stream.of(
        Arguments.of(Chains.ECDSA, CompressionAlgorithm.ZLIB, 809),
        Arguments.of(Chains.ECDSA, CompressionAlgorithm.BROTLI, 766),
        Arguments.of(Chains.ECDSA, CompressionAlgorithm.ZSTD, 811),
        Arguments.of(Chains.RSA, CompressionAlgorithm.ZLIB, 1613),
        Arguments.of(Chains.RSA, CompressionAlgorithm.BROTLI, 1551),
        Arguments.of(Chains.RSA, CompressionAlgorithm.ZSTD, 1575));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void a_chain_has_a_compressed_size(Chains chains, CompressionAlgorithm algorithm, int octets) {
    assertThat(Octets.length(crypto.compress(algorithm, certificate(chains)))).isEqualTo(octets);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void what_is_cut_or_changed_gives_nothing_or_a_message(CompressionAlgorithm algorithm) {
    byte[] octets = Octets.bytes(crypto.compress(algorithm, certificate));

    for (int i = 0; i < octets.length; i++) {
      assertThat(crypto.decompress(algorithm, Octets.of(Arrays.copyOf(octets, i)))).isEmpty();
      octets[i] ^= 1;
      // A flip inside a certificate that no checksum covers is for the signatures to find.
      crypto.decompress(algorithm, Octets.of(octets));
      octets[i] ^= 1;
    }
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void the_declared_length_is_neither_exceeded_nor_missed(CompressionAlgorithm algorithm) {
    byte[] octets = Octets.bytes(crypto.compress(algorithm, certificate));
    for (int change : new int[] {-1, 1}) {
      byte[] other = octets.clone();
      other[UINT24 - 1] += (byte) change;

      assertThat(crypto.decompress(algorithm, Octets.of(other))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void what_follows_the_compressed_octets_is_refused(CompressionAlgorithm algorithm) {
    byte[] octets = Octets.bytes(crypto.compress(algorithm, certificate));
    byte[] longer = Arrays.copyOf(octets, octets.length + 1);
    longer[2 * UINT24 - 1]++;

    assertThat(crypto.decompress(algorithm, Octets.of(longer))).isEmpty();
  }

  @Test
  void an_unknown_algorithm_decompresses_nothing() {
    Value compressed = crypto.compress(CompressionAlgorithm.ZLIB, certificate);

    assertThat(crypto.decompress(new CompressionAlgorithm(9), compressed)).isEmpty();
  }

  /** A mebibyte of zeros takes some ten octets; no more is made of them than was declared. */
  @ParameterizedTest
  @MethodSource("algorithms")
  void a_bomb_stops_at_its_declared_length(CompressionAlgorithm algorithm) {
    Compressor compressor = Compressor.of(algorithm).orElseThrow();
    byte[] bomb = compressor.compress(new byte[1 << 20]);

    assertThat(compressor.decompress(bomb, 1000)).isEmpty();
    assertThat(compressor.decompress(bomb, (1 << 20) - 1)).isEmpty();
  }

  private static Message.Certificate certificate(Chains chains) {
    return new Message.Certificate(
        null,
        chains.identity().chain().stream()
            .map(each -> new CertificateEntry(each, Extensions.of()))
            .collect(ImmutableList.toImmutableList()));
  }
}
