package shakedown.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.CipherSuite.TLS_AES_128_GCM_SHA256;
import static shakedown.wire.CipherSuite.TLS_AES_256_GCM_SHA384;
import static shakedown.wire.CipherSuite.TLS_CHACHA20_POLY1305_SHA256;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import shakedown.wire.CipherSuite;

class PolicyTest {
  private static final ImmutableList<CipherSuite> OFFERED =
      ImmutableList.of(
          TLS_CHACHA20_POLY1305_SHA256, TLS_AES_256_GCM_SHA384, TLS_AES_128_GCM_SHA256);

  private final Policy policy =
      Policy.of("a.example").withSuites(TLS_AES_128_GCM_SHA256, TLS_CHACHA20_POLY1305_SHA256);

  @Test
  void suites_that_both_have_are_in_ones_own_order() {
    assertThat(policy.common(OFFERED))
        .containsExactly(TLS_AES_128_GCM_SHA256, TLS_CHACHA20_POLY1305_SHA256);
  }

  @Test
  void or_in_the_clients_where_that_is_to_hold() {
    assertThat(policy.with(Option.CLIENT_ORDER).common(OFFERED))
        .containsExactly(TLS_CHACHA20_POLY1305_SHA256, TLS_AES_128_GCM_SHA256);
  }
}
