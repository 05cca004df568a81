package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.wire.CipherSuite;
import shakedown.wire.Octets;
import shakedown.wire.Role;
import shakedown.wire.Value;

class RecordsTest {
  private static final Octets CONTENT = Octets.of(new byte[] {1, 2, 3, 0, 0});
  private static final int HANDSHAKE = 22;

  private final Seed seed = new Seed(1, "client", 1);
  private final Concrete crypto = new Concrete(seed);
  private final Octets block = Octets.of(seed.octets("key block", 160));

  static ImmutableList<Keys> keys() {
    var all = ImmutableList.<Keys>builder();
    Octets secret = Octets.of(new Seed(1, "keys", 1).octets("key block", 160));
    for (CipherSuite suite : suites()) {
      all.add(new Keys(suite, Role.CLIENT, secret));
      if (!suite.cipher().isAead()) {
        all.add(new Keys(suite, Role.CLIENT, secret, true));
      }
    }
    return all.build();
  }

  static ImmutableList<CipherSuite> suites() {
    return ImmutableList.of(
        CipherSuite.TLS_AES_128_CCM_SHA256,
        CipherSuite.TLS_AES_128_CCM_8_SHA256,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,
        CipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA256,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
        CipherSuite.TLS_AES_128_GCM_SHA256,
        CipherSuite.TLS_AES_256_GCM_SHA384,
        CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void a_record_opens_as_it_was_sealed_and_in_no_other_place(Keys keys) {
    RecordProtection client = crypto.protection(keys);

    Octets record = client.seal(7, HANDSHAKE, CONTENT);

    assertThat(client.open(7, record))
        .get()
        .returns(HANDSHAKE, RecordProtection.Opened::type)
        .returns(CONTENT, RecordProtection.Opened::content);
    assertThat(client.open(8, record)).isEmpty();
    assertThat(client.seal(7, HANDSHAKE, CONTENT)).isEqualTo(record);
    byte[] octets = Octets.bytes(record);
    for (int i = 0; i < octets.length; i++) {
      // The version in the header of 1.2 is no part of what is sealed.
      if ((i != 1 && i != 2) || keys.suite().isFor13()) {
        octets[i] ^= 1;
        assertThat(client.open(7, Octets.of(octets))).as("octet %d", i).isEmpty();
        octets[i] ^= 1;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void what_is_too_short_opens_to_nothing(Keys keys) {
    RecordProtection client = crypto.protection(keys);
    byte[] record = Octets.bytes(client.seal(0, HANDSHAKE, CONTENT));

    for (int length = 0; length < record.length; length++) {
      byte[] cut = Arrays.copyOf(record, length);
      assertThat(client.open(0, Octets.of(cut))).isEmpty();
      if (length >= 5) {
        ByteBuffer.wrap(cut).putShort(3, (short) (length - 5));
        assertThat(client.open(0, Octets.of(cut))).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void keys_of_any_length_seal(CipherSuite suite) {
    RecordProtection server = protection(suite, Role.SERVER, Octets.EMPTY);

    assertThat(server.open(0, server.seal(0, HANDSHAKE, CONTENT))).isPresent();
  }

  @Test
  void padding_is_taken_off() {
    RecordProtection client = protection(CipherSuite.TLS_AES_128_GCM_SHA256, Role.CLIENT, block);
    Octets padded = Octets.of(new byte[] {1, 2, HANDSHAKE, 0, 0});

    assertThat(client.open(0, client.seal(0, 0, padded)))
        .contains(new RecordProtection.Opened(HANDSHAKE, Octets.of(new byte[] {1, 2}), 6));
    assertThat(client.open(0, client.seal(0, 0, Octets.of(new byte[3]))))
        .contains(new RecordProtection.Opened(0, Octets.EMPTY, 4));
  }

  @Test
  void padding_is_zeros_behind_the_content_type_and_tls12_has_none() {
    RecordProtection with = protection(CipherSuite.TLS_AES_128_GCM_SHA256, Role.CLIENT, block);
    RecordProtection without =
        protection(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256, Role.CLIENT, block);

    assertThat(with.seal(0, HANDSHAKE, CONTENT, 3))
        .isEqualTo(with.seal(0, 0, CONTENT.plus(Octets.of((byte) HANDSHAKE, (byte) 0, (byte) 0))));
    assertThat(without.seal(0, HANDSHAKE, CONTENT, 3))
        .isEqualTo(without.seal(0, HANDSHAKE, CONTENT));
  }

  @Test
  void records_of_1_2_are_those_of_rfc_5288() throws Exception {
    byte[] keys = Octets.bytes(block);
    var key = new SecretKeySpec(keys, 16, 16, "AES");
    byte[] nonce = ByteBuffer.allocate(12).put(keys, 36, 4).putLong(5).array();

    Octets record =
        protection(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, Role.SERVER, block)
            .seal(5, HANDSHAKE, CONTENT);

    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
    byte[] sealed = sealed(cipher);
    byte[] header = {HANDSHAKE, 3, 3, 0, 29};
    assertThat(Octets.bytes(record))
        .isEqualTo(Hashing.concat(header, Arrays.copyOfRange(nonce, 4, 12), sealed));
  }

  @Test
  void records_of_1_2_are_those_of_rfc_7905() throws Exception {
    byte[] keys = Octets.bytes(block);
    var key = new SecretKeySpec(keys, 0, 32, "ChaCha20");
    byte[] nonce = Arrays.copyOfRange(keys, 64, 76);
    nonce[11] ^= 5;

    Octets record =
        protection(CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, Role.CLIENT, block)
            .seal(5, HANDSHAKE, CONTENT);

    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
    byte[] header = {HANDSHAKE, 3, 3, 0, 21};
    assertThat(Octets.bytes(record)).isEqualTo(Hashing.concat(header, sealed(cipher)));
  }

  private static byte[] sealed(Cipher cipher) throws GeneralSecurityException {
    cipher.updateAAD(new byte[] {0, 0, 0, 0, 0, 0, 0, 5, HANDSHAKE, 3, 3, 0, 5});
    return cipher.doFinal(Octets.bytes(CONTENT));
  }

  private RecordProtection protection(CipherSuite suite, Role writer, Value secret) {
    return crypto.protection(new Keys(suite, writer, secret));
  }
}
