package shakedown.policy.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import shakedown.handshake.Credentials;
import shakedown.policy.HelloProfile;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.policy.Sizes;
import shakedown.wire.Extension;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

class RealClientTest {
  private static final String HOST = "server.example.com";

  @Nested
  class OpensslSends {
    @BeforeEach
    void skip() {
      Captured.assumeOpenssl();
    }

    @Test
    void the_same_octets_unless_told_otherwise() {
      assertSame(RealClient.OPENSSL_3_0.policy(HOST), "-servername", HOST);
    }

    @Test
    void the_same_octets_for_tls_12_alone() {
      Policy policy = RealClient.OPENSSL_3_0.policy(HOST, Version.TLS12);

      assertSame(policy, "-servername", HOST, "-tls1_2");
    }

    @Test
    void the_same_octets_for_tls_13_alone() {
      Policy policy = RealClient.OPENSSL_3_0.policy(HOST, Version.TLS13);

      assertSame(policy, "-servername", HOST, "-tls1_3");
    }

    @Test
    void the_same_octets_with_protocols_a_staple_and_a_fragment_length() {
      Policy policy =
          RealClient.OPENSSL_3_0
              .policy(HOST)
              .withProtocols("h2", "http/1.1")
              .withSizes(new Sizes(2, 0))
              .with(Option.STATUS_REQUEST)
              .with(Option.POST_HANDSHAKE_AUTH);

      assertSame(
          policy,
          "-servername",
          HOST,
          "-alpn",
          "h2,http/1.1",
          "-status",
          "-maxfraglen",
          "1024",
          "-enable_pha");
    }

    @Test
    void the_same_octets_when_it_falls_back() {
      Policy policy = RealClient.OPENSSL_3_0.policy(HOST, Version.TLS12).with(Option.FALLBACK);

      assertSame(policy, "-servername", HOST, "-tls1_2", "-fallback_scsv");
    }

    @Test
    void the_same_octets_as_it_was_measured() {
      assertSame(
          RealClient.MEASURED.policy(HOST, Version.TLS12),
          "-noservername",
          "-tls1_2",
          "-groups",
          "X25519:P-256",
          "-cipher",
          "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256");
      assertSame(
          RealClient.MEASURED.policy(HOST, Version.TLS13),
          "-noservername",
          "-tls1_3",
          "-groups",
          "X25519:P-256",
          "-ciphersuites",
          "TLS_AES_128_GCM_SHA256");
    }

    private static void assertSame(Policy policy, String... options) {
      assertThat(Ours.layout(policy, Credentials.NONE))
          .isEqualTo(Ours.layout(Captured.ofOpenssl(options)));
    }
  }

  @Test
  void jsse_sends_the_same_octets_unless_told_otherwise() {
    assertThat(Ours.layout(RealClient.JDK_25.policy(HOST), Credentials.NONE))
        .isEqualTo(Ours.layout(Captured.ofJsse(HOST)));
  }

  @Test
  void jsse_sends_the_same_octets_for_tls_12_alone() {
    assertThat(Ours.layout(RealClient.JDK_25.policy(HOST, Version.TLS12), Credentials.NONE))
        .isEqualTo(Ours.layout(Captured.ofJsse(HOST, "TLSv1.2")));
  }

  @Test
  void jsse_sends_the_same_octets_for_tls_13_alone() {
    assertThat(Ours.layout(RealClient.JDK_25.policy(HOST, Version.TLS13), Credentials.NONE))
        .isEqualTo(Ours.layout(Captured.ofJsse(HOST, "TLSv1.3")));
  }

  @Test
  void hellos_are_as_long_as_they_were_measured() {
    assertThat(Ours.octets(RealClient.MEASURED.policy(HOST, Version.TLS12))).hasSize(127);
    assertThat(Ours.octets(RealClient.MEASURED.policy(HOST, Version.TLS13))).hasSize(200);
  }

  @Test
  void a_browser_brings_shares_of_a_hybrid_and_of_x25519_behind_grease() {
    var hello = Ours.hello(RealClient.CHROME_LIKE.policy(HOST), Credentials.NONE);

    assertThat(hello.extensions().list())
        .extracting(Extension::type)
        .containsExactly(
            0x4a4a, 0, 0xfe0d, 23, 0xff01, 10, 11, 35, 16, 5, 13, 18, 51, 45, 43, 27, 17613,
            0x5a5a);
    assertThat(hello.extensions().find(KeyShares.class).orElseThrow().shares())
        .extracting(KeyShare::group)
        .containsExactly(new NamedGroup(0x2a2a), NamedGroup.X25519_MLKEM768, NamedGroup.X25519);
  }

  @Test
  void a_browsers_hello_is_longer_than_a_segment() {
    assertThat(Ours.octets(RealClient.CHROME_LIKE.policy(HOST))).hasSize(571 + 1216);
  }

  @Test
  void the_least_hello_has_four_extensions() {
    assertThat(Ours.octets(RealClient.MINIMAL.policy(HOST))).hasSize(112);
  }

  @Test
  void every_profile_is_found_by_its_name() {
    for (RealClient client : RealClient.values()) {
      assertThat(RealClient.named(client.toString())).contains(client);
    }
    assertThat(
            ImmutableList.copyOf(RealClient.values()).stream()
                .map(RealClient::profile)
                .map(HelloProfile::name))
        .containsExactly("openssl-3.0", "jdk-25", "chrome-like", "minimal", "measured");
  }
}
