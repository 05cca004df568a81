package shakedown.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodePointsTest {
  private static final CipherSuite UNKNOWN = new CipherSuite(0x1a1a);

  @Test
  void every_suite_is_a_constant_of_its_registered_name() {
    List<String> constants =
        Arrays.stream(CipherSuite.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(field -> field.getName())
            .filter(name -> !name.endsWith("SCSV"))
            .toList();

    assertThat(CipherSuite.known())
        .extracting(CipherSuite::toString)
        .containsExactlyInAnyOrderElementsOf(constants);
  }

  @Test
  void a_suite_is_found_by_either_of_its_names() {
    for (CipherSuite suite : CipherSuite.known()) {
      assertThat(CipherSuite.named(suite.toString())).contains(suite);
      assertThat(CipherSuite.namedByOpenssl(suite.opensslName())).contains(suite);
    }
    assertThat(CipherSuite.named("TLS_NONE")).isEmpty();
    assertThat(CipherSuite.namedByOpenssl("ECDHE-RSA-AES128-SHA256"))
        .contains(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256);
  }

  @Test
  void the_parts_of_a_suite_follow_from_its_name() {
    CipherSuite cbc = CipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA;

    assertThat(cbc.keyExchange()).isEqualTo(KeyExchange.DHE_RSA);
    assertThat(cbc.cipher()).isEqualTo(RecordCipher.AES_256_CBC_SHA);
    assertThat(cbc.hash()).isEqualTo(Hash.SHA256);
    assertThat(CipherSuite.TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384.hash()).isEqualTo(Hash.SHA384);
    assertThat(CipherSuite.TLS_AES_128_CCM_8_SHA256.cipher()).isEqualTo(RecordCipher.AES_128_CCM_8);
    assertThat(CipherSuite.TLS_DH_anon_WITH_AES_128_GCM_SHA256.keyExchange())
        .isEqualTo(KeyExchange.DH_ANON);
  }

  @Test
  void suites_that_published_attacks_need_are_weak() {
    assertThat(CipherSuite.known().stream().filter(CipherSuite::isWeak))
        .extracting(CipherSuite::toString)
        .allMatch(name -> name.matches("TLS_(.*EXPORT|.*_anon|ECDH_(RSA|ECDSA)|.*NULL).*"))
        .hasSize(24);
  }

  @Test
  void false_start_needs_an_aead_and_fresh_shares_that_are_signed() {
    assertThat(CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256.allowsFalseStart()).isTrue();
    assertThat(CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA.allowsFalseStart()).isFalse();
    assertThat(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256.allowsFalseStart()).isFalse();
    assertThat(CipherSuite.TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256.allowsFalseStart())
        .isFalse();
  }

  @Test
  void an_unknown_suite_keeps_its_code_point_and_has_no_parts() {
    assertThat(UNKNOWN.isKnown()).isFalse();
    assertThat(UNKNOWN).hasToString("suite 1a1a");
    assertThatThrownBy(UNKNOWN::cipher).hasMessage("suite 1a1a is no suite of the model");
    assertThat(CipherSuite.TLS_FALLBACK_SCSV).hasToString("TLS_FALLBACK_SCSV");
    assertThat(CipherSuite.TLS_FALLBACK_SCSV.isKnown()).isFalse();
  }

  @Test
  void a_key_block_holds_what_a_cipher_wants_for_both_sides() {
    assertThat(RecordCipher.AES_128_GCM.keyBlockLength()).isEqualTo(40);
    assertThat(RecordCipher.CHACHA20_POLY1305.keyBlockLength()).isEqualTo(88);
    assertThat(RecordCipher.AES_256_CBC_SHA384.keyBlockLength()).isEqualTo(160);
  }

  @Test
  void a_group_is_a_curve_a_finite_field_or_a_hybrid() {
    for (NamedGroup group : NamedGroup.known()) {
      assertThat(ImmutableList.of(group.isCurve(), group.isFiniteField(), group.isHybrid()))
          .containsOnlyOnce(true);
      assertThat(NamedGroup.named(group.toString())).contains(group);
    }
    assertThat(new NamedGroup(0x0a0a).isCurve()).isFalse();
    assertThat(new NamedGroup(0x01ff).isFiniteField()).isTrue();
  }

  @Test
  void ecdsa_names_a_curve_in_1_3_only() {
    SignatureScheme scheme = SignatureScheme.ECDSA_SECP256R1_SHA256;

    assertThat(scheme.fits(KeyType.ECDSA_P384, Version.TLS12)).isTrue();
    assertThat(scheme.fits(KeyType.ECDSA_P384, Version.TLS13)).isFalse();
    assertThat(scheme.fits(KeyType.ECDSA_P256, Version.TLS13)).isTrue();
    assertThat(scheme.fits(KeyType.RSA, Version.TLS12)).isFalse();
  }

  @Test
  void each_version_has_schemes_of_its_own() {
    assertThat(SignatureScheme.known().stream().filter(scheme -> !scheme.isFor13()))
        .extracting(SignatureScheme::toString)
        .allMatch(name -> name.startsWith("rsa_pkcs1") || name.endsWith("sha1"))
        .hasSize(6);
    assertThat(SignatureScheme.known().stream().filter(scheme -> !scheme.isFor12()))
        .extracting(SignatureScheme::toString)
        .containsExactly("mldsa44", "mldsa65", "mldsa87");
  }

  @Test
  void a_scheme_is_found_by_its_name() {
    for (SignatureScheme scheme : SignatureScheme.known()) {
      assertThat(SignatureScheme.named(scheme.toString())).contains(scheme);
    }
    assertThat(new SignatureScheme(0x0904)).hasToString("mldsa44");
    assertThat(new SignatureScheme(0x0a0a).fits(KeyType.RSA)).isFalse();
  }
}
