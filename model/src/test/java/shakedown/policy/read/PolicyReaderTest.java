package shakedown.policy.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.policy.Sizes;
import shakedown.policy.clients.RealClient;
import shakedown.wire.CertificateType;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

class PolicyReaderTest {

  @Test
  void what_is_not_said_is_as_the_models_default() {
    assertThat(policy("server-name: a.example")).isEqualTo(Policy.of("a.example"));
  }

  @Test
  void every_key_has_its_place_in_the_policy() {
    Policy policy =
        policy(
            """
            name: a.example
            versions: [1.2, 1.0]
            suites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256]
            groups: [X25519MLKEM768, x25519, secp521r1]
            shares: [X25519MLKEM768, x25519]
            psk-modes: [psk_ke]
            schemes: [ed448, rsa_pss_rsae_sha256]
            delegated-schemes: [ed25519]
            certificate-compression: [brotli]
            own-certificate-types: [raw-public-key, x509]
            peer-certificate-types: [raw-public-key]
            client-authentication: required
            protocols: [h2, http/1.1]
            max-fragment-length: 1024B
            record-size-limit: 1KiB
            record-padding: 512B
            early-data: on
            tickets: off
            """);

    assertThat(policy.host()).isEqualTo("a.example");
    assertThat(policy.versions()).containsExactly(Version.TLS12, Version.TLS10);
    assertThat(policy.suites())
        .containsExactly(
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_AES_128_GCM_SHA256);
    assertThat(policy.groups())
        .containsExactly(NamedGroup.X25519_MLKEM768, NamedGroup.X25519, NamedGroup.SECP521R1);
    assertThat(policy.shares()).containsExactly(NamedGroup.X25519_MLKEM768, NamedGroup.X25519);
    assertThat(policy.exchange().pskModes()).containsExactly(PskMode.PSK_KE);
    assertThat(policy.schemes())
        .containsExactly(SignatureScheme.ED448, SignatureScheme.RSA_PSS_RSAE_SHA256);
    assertThat(policy.authentication().delegatedSchemes()).containsExactly(SignatureScheme.ED25519);
    assertThat(policy.compressions()).containsExactly(CompressionAlgorithm.BROTLI);
    assertThat(policy.authentication().ownTypes())
        .containsExactly(CertificateType.RAW_PUBLIC_KEY, CertificateType.X509);
    assertThat(policy.authentication().peerTypes()).containsExactly(CertificateType.RAW_PUBLIC_KEY);
    assertThat(policy.authentication().clients()).isEqualTo(ClientAuthentication.REQUIRED);
    assertThat(policy.protocols()).containsExactly("h2", "http/1.1");
    assertThat(policy.sizes()).isEqualTo(new Sizes(2, 1024).withPadding(512));
    assertThat(policy.has(Option.EARLY_DATA)).isTrue();
    assertThat(policy.has(Option.TICKETS)).isFalse();
  }

  @Test
  void every_option_has_a_key() {
    for (Option option : Option.values()) {
      String key = option.name().toLowerCase(Locale.ROOT).replace('_', '-');

      assertThat(policy(key + ": on").has(option)).isTrue();
      assertThat(policy(key + ": off").has(option)).isFalse();
    }
  }

  @Test
  void groups_bring_a_share_for_the_first_unless_said() {
    assertThat(policy("groups: [secp384r1, x25519]").shares())
        .containsExactly(NamedGroup.SECP384R1);
    assertThat(policy("shares: []").shares()).isEmpty();
  }

  @Test
  void a_real_clients_hello_brings_all_that_it_offers() {
    assertThat(policy("{server-name: a.example, hello: jdk-25}"))
        .isEqualTo(RealClient.JDK_25.policy("a.example"));
    assertThat(policy("{hello: openssl-3.0, versions: [1.2]}"))
        .isEqualTo(RealClient.OPENSSL_3_0.policy("", Version.TLS12));
    assertThat(policy("{hello: chrome-like, protocols: [h3]}").protocols()).containsExactly("h3");
    assertThat(policy("hello: plain")).isEqualTo(Policy.of(""));
  }

  @Test
  void suites_may_be_said_as_openssl_is_told() {
    assertThat(policy("ciphers: 'ECDHE+AESGCM:!aRSA'").suites())
        .containsExactly(
            CipherSuite.TLS_AES_128_GCM_SHA256,
            CipherSuite.TLS_AES_256_GCM_SHA384,
            CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256);
    assertThat(policy("{ciphersuites: TLS_AES_256_GCM_SHA384, ciphers: AES128-SHA}").suites())
        .containsExactly(
            CipherSuite.TLS_AES_256_GCM_SHA384, CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA);
  }

  @Test
  void all_faults_are_told_at_once_with_place_and_suggestion() {
    Reading<Policy> reading =
        read(
            """
            version: [1.3]
            suites: [TLS_AES_128_GCM_SHA265]
            groups: [x25519, secp256r]
            shares: [secp384r1]
            schemes: []
            ciphers: AES128-SHA:AES1280-SHA
            early-data: maybe
            record-size-limit: 12B
            max-fragment-length: 4kB
            """);

    assertThat(reading.faults())
        .extracting(Complaint::line, Complaint::column, Complaint::suggestion)
        .containsExactly(
            tuple(1, 1, "versions"),
            tuple(2, 9, ""),
            tuple(2, 10, "TLS_AES_128_GCM_SHA256"),
            tuple(3, 18, "secp256r1"),
            tuple(4, 9, ""),
            tuple(5, 10, ""),
            tuple(6, 21, "AES128-SHA"),
            tuple(7, 13, ""),
            tuple(8, 20, ""),
            tuple(9, 22, ""));
  }

  @Test
  void a_policy_has_one_name() {
    assertThat(read("{name: a.example, server-name: b.example}").faults()).hasSize(1);
  }

  private static Policy policy(String text) {
    Reading<Policy> reading = read(text);
    assertThat(reading.faults()).isEmpty();
    return reading.toOptional().orElseThrow();
  }

  private static Reading<Policy> read(String text) {
    return PolicyReader.read("policy.yaml", text.getBytes(UTF_8));
  }
}
