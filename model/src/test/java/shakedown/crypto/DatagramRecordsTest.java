package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.crypto.DatagramProtection.Opened;
import shakedown.wire.CipherSuite;
import shakedown.wire.Hash;
import shakedown.wire.Octets;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * Records of DTLS. The octets of 1.3 are those of "The Illustrated DTLS Connection"
 * (https://dtls.xargs.org), which wolfSSL spoke.
 */
class DatagramRecordsTest {
  private static final int ACK = 26;
  private static final int HANDSHAKE = 22;
  private static final Seed SEED = new Seed(0, "vectors", 0);

  private final Crypto crypto = new ConcreteDatagrams(SEED).numbered(MessageNumbers.NONE);
  private final KeySchedule13 schedule = new KeySchedule13(crypto, Hash.SHA256);

  /** The suites that differ in how their records are protected. */
  enum Suite {
    AES_128_GCM_1_2(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256),
    CHACHA20_1_2(CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256),
    AES_128_GCM_1_3(CipherSuite.TLS_AES_128_GCM_SHA256),
    AES_256_GCM_1_3(CipherSuite.TLS_AES_256_GCM_SHA384),
    AES_128_CCM_8_1_3(CipherSuite.TLS_AES_128_CCM_8_SHA256),
    CHACHA20_1_3(CipherSuite.TLS_CHACHA20_POLY1305_SHA256);

    private final int code;

    Suite(CipherSuite suite) {
      this.code = suite.code();
    }

    CipherSuite suite() {
      return new CipherSuite(code);
    }

    DatagramProtection protection(int epoch) {
      Value secret = new Concrete(SEED).zeros(Hash.SHA384);
      Value block = Octets.of(new byte[2 * Octets.length(secret)]);
      var keys = new Keys(suite(), Role.CLIENT, suite().isFor13() ? secret : block);
      return new ConcreteDatagrams(SEED).protection(keys, epoch);
    }
  }

  @Test
  void the_published_handshake_has_its_keys() {
    Value shared = octets("df4a291baa1eb7cfa6934b29b474baad2697e29f1f920dcc77c8a0a088447624");
    Value handshake = schedule.handshakeSecret(schedule.earlySecret(), shared);

    assertThat(handshake)
        .isEqualTo(octets("d0d1397bb3c445d37f26f7ed00c83b73d2f67540de3761465ffe524f8f944e12"));
    Value secret =
        derived(
            handshake,
            "s hs traffic",
            "aee8eba0d2ee87052fbbc6864c1514c5a927d6f0ffb4f7954c7f379d95f1b1d7");
    assertThat(expanded(secret, "key", 16)).isEqualTo("004e03e64ab6cba6b542775ec230e20a");
    assertThat(expanded(secret, "iv", 12)).isEqualTo("6d9924be044ee97c624913f2");
    assertThat(expanded(secret, "sn", 16)).isEqualTo("7173fac51194e775001d625ef69d7c9f");
  }

  @Test
  void the_published_acknowledgement_is_sealed_as_it_was_sent() {
    Octets told = octets("001000000000000000020000000000000000");

    Octets record = applicationKeys().seal(0, ACK, told);

    assertThat(HexFormat.of().formatHex(Octets.bytes(record)))
        .startsWith("2f31500023" + "ea80ab8e08c93895418d243571ea6de7")
        .endsWith("84230bb6043cb384df94b6da285a3bc4")
        .hasSize(2 * (5 + 19 + 16));
    assertThat(applicationKeys().open(0, record))
        .contains(new Opened(0, ACK, told, Octets.length(told) + 1));
  }

  private DatagramProtection applicationKeys() {
    Value handshake = octets("d0d1397bb3c445d37f26f7ed00c83b73d2f67540de3761465ffe524f8f944e12");
    Value secret =
        derived(
            schedule.masterSecret(handshake),
            "s ap traffic",
            "77ff5eee528abc269960b0ea316eb8578dc8325d86ec1336ffe4b2941e26d82b");
    var keys = new Keys(CipherSuite.TLS_AES_128_GCM_SHA256, Role.SERVER, secret);
    return new ConcreteDatagrams(SEED).protection(keys, 3);
  }

  private Value derived(Value secret, String label, String hash) {
    return crypto.expandLabel(Hash.SHA256, secret, label, octets(hash));
  }

  private static String expanded(Value secret, String label, int length) {
    byte[] key =
        Hashing.expandFullLabel(
            Hash.SHA256, Octets.bytes(secret), "dtls13" + label, new byte[0], length);
    return HexFormat.of().formatHex(key);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_sealed_opens_by_its_number_in_its_epoch_only(Suite suite) {
    Octets content = octets("01");

    Octets record = suite.protection(2).seal(70_000, HANDSHAKE, content);

    assertThat(suite.protection(2).open(70_001, record))
        .get()
        .returns(70_000L, Opened::sequence)
        .returns(HANDSHAKE, Opened::type)
        .returns(content, Opened::content);
    assertThat(suite.protection(3).open(70_001, record)).isEmpty();
    assertThat(Octets.length(record) - Octets.length(content))
        .isLessThanOrEqualTo(suite.protection(2).overhead());
  }

  @ParameterizedTest
  @EnumSource
  void a_record_with_any_bit_flipped_does_not_open(Suite suite) {
    byte[] record = Octets.bytes(suite.protection(1).seal(7, HANDSHAKE, octets("0102030405")));
    for (int bit = 0; bit < Byte.SIZE * record.length; bit++) {
      byte[] flipped = record.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      if (!isVersionOrLengthOf12(suite, bit / Byte.SIZE)) {
        assertThat(suite.protection(1).open(8, Octets.of(flipped))).as("bit %d", bit).isEmpty();
      }
    }
  }

  /** Nobody has to look at the version of a record; its length is for those who cut a datagram. */
  private static boolean isVersionOrLengthOf12(Suite suite, int at) {
    return !suite.suite().isFor13() && ImmutableList.of(1, 2, 11, 12).contains(at);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 32_767, 32_768, 65_535, 65_536, 98_304, 1L << 40})
  void a_number_is_told_by_its_last_bits_and_what_is_expected(long sequence) {
    DatagramProtection protection = Suite.AES_128_GCM_1_3.protection(3);
    Octets record = protection.seal(sequence, HANDSHAKE, octets("01"));
    for (long off : new long[] {-30_000, -1, 0, 1, 30_000}) {
      long expected = Math.max(0, sequence + off);

      assertThat(protection.open(expected, record).map(Opened::sequence)).contains(sequence);
    }
  }

  private static Octets octets(String hex) {
    return Octets.of(HexFormat.of().parseHex(hex));
  }
}
