package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.wire.CipherSuite;
import shakedown.wire.Octets;
import shakedown.wire.Role;

/** Records under CBC, made and taken apart with the JDK. */
class RecordsCbcTest {
  private static final int APPLICATION_DATA = 23;
  private static final int PLACE = 5;
  private static final byte[] CONTENT = {1, 2, 3, 4, 5};

  /** AES-128-CBC-SHA: two MAC keys of 20 octets, then two keys of 16. */
  private final byte[] block = new Seed(1, "keys", 1).octets("key block", 72);

  private final byte[] macKey = Arrays.copyOfRange(block, 20, 40);
  private final byte[] key = Arrays.copyOfRange(block, 56, 72);
  private final byte[] iv = new Seed(1, "iv", 1).octets("iv", 16);

  @Test
  void a_record_has_an_iv_and_a_mac_within_as_in_rfc_5246() throws Exception {
    Octets record = records(false).seal(PLACE, APPLICATION_DATA, Octets.of(CONTENT));

    byte[] octets = Octets.bytes(record);
    byte[] plain = Hashing.concat(CONTENT, mac(CONTENT), padding(7));
    assertThat(octets).hasSize(5 + 16 + 32).startsWith(APPLICATION_DATA, 3, 3, 0, 48);
    assertThat(decrypted(Arrays.copyOfRange(octets, 5, octets.length))).isEqualTo(plain);
  }

  @Test
  void a_record_has_its_mac_around_as_in_rfc_7366() throws Exception {
    Octets record = records(true).seal(PLACE, APPLICATION_DATA, Octets.of(CONTENT));

    byte[] octets = Octets.bytes(record);
    byte[] encrypted = Arrays.copyOfRange(octets, 5, 5 + 32);
    assertThat(decrypted(encrypted)).isEqualTo(Hashing.concat(CONTENT, padding(11)));
    assertThat(Arrays.copyOfRange(octets, 37, octets.length)).isEqualTo(mac(encrypted));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 23, 247})
  void padding_of_any_length_is_taken(int length) throws Exception {
    byte[] plain = Hashing.concat(CONTENT, mac(CONTENT), padding(length));

    assertThat(records(false).open(PLACE, record(encrypted(plain))))
        .contains(new RecordProtection.Opened(APPLICATION_DATA, Octets.of(CONTENT)));
  }

  @Test
  void an_octet_of_padding_that_is_another_is_refused_as_a_wrong_mac_is() throws Exception {
    for (int i = 0; i < 23; i++) {
      byte[] padding = padding(23);
      padding[i] ^= 1;
      byte[] plain = Hashing.concat(CONTENT, mac(CONTENT), padding);

      assertThat(records(false).open(PLACE, record(encrypted(plain)))).as("octet %d", i).isEmpty();
    }
  }

  @Test
  void padding_that_leaves_no_room_for_a_mac_is_refused() throws Exception {
    byte[] none = new byte[32];
    byte[] all = padding(32);
    byte[] more = padding(32);
    more[31] = (byte) 200;
    for (byte[] plain : new byte[][] {none, all, more}) {
      byte[] encrypted = encrypted(plain);

      assertThat(records(false).open(PLACE, record(encrypted))).isEmpty();
      assertThat(records(true).open(PLACE, record(encrypted))).isEmpty();
    }
    byte[] more7366 = encrypted(more);
    assertThat(records(true).open(PLACE, record(Hashing.concat(more7366, mac(more7366)))))
        .isEmpty();
    byte[] all7366 = encrypted(all);
    assertThat(records(true).open(PLACE, record(Hashing.concat(all7366, mac(all7366)))))
        .contains(new RecordProtection.Opened(APPLICATION_DATA, Octets.EMPTY));
  }

  @Test
  void no_two_records_have_one_iv() {
    Octets one = records(false).seal(PLACE, APPLICATION_DATA, Octets.of(CONTENT));
    Octets other = records(false).seal(PLACE + 1, APPLICATION_DATA, Octets.of(CONTENT));

    assertThat(one.slice(5, 21)).isNotEqualTo(other.slice(5, 21));
  }

  @Test
  void a_weak_suite_shows_nothing_and_opens_nothing() {
    for (CipherSuite suite : CipherSuite.known()) {
      if (suite.isWeak()) {
        RecordProtection records =
            RecordProtection.of(new Keys(suite, Role.CLIENT, Octets.of(block)));
        Octets sealed = records.seal(0, APPLICATION_DATA, Octets.of(CONTENT));

        assertThat(Octets.bytes(sealed)).containsExactly(APPLICATION_DATA, 3, 3, 0, 0);
        assertThat(records.open(0, sealed)).isEmpty();
      }
      assertThat(Concrete.speaks(suite)).isEqualTo(!suite.isWeak());
    }
  }

  private RecordProtection records(boolean encryptThenMac) {
    CipherSuite suite = CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA;
    return RecordProtection.of(new Keys(suite, Role.SERVER, Octets.of(block), encryptThenMac));
  }

  private static Octets record(byte[] body) {
    return Octets.of(Hashing.concat(Headers.of(APPLICATION_DATA, body.length), body));
  }

  private byte[] mac(byte[] fragment) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(macKey, "HmacSHA1"));
    mac.update(ByteBuffer.allocate(8).putLong(PLACE).array());
    mac.update(new byte[] {APPLICATION_DATA, 3, 3, 0, (byte) fragment.length});
    return mac.doFinal(fragment);
  }

  /** That many octets in all. */
  private static byte[] padding(int length) {
    byte[] padding = new byte[length];
    Arrays.fill(padding, (byte) (length - 1));
    return padding;
  }

  private byte[] encrypted(byte[] padded) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return Hashing.concat(iv, cipher.doFinal(padded));
  }

  private byte[] decrypted(byte[] encrypted) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(encrypted, 0, 16));
    return cipher.doFinal(encrypted, 16, encrypted.length - 16);
  }
}
