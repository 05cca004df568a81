package shakedown.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import org.junit.jupiter.api.Test;
import shakedown.crypto.Operation;
import shakedown.wire.Role;

class CostProfileTest {
  private final CostProfile profile =
      new CostProfile(
          "test",
          "made up",
          ImmutableMap.of("hash/sha256", new Cost(200, 2500)),
          ImmutableTable.<Role, String, Long>builder()
              .put(Role.SERVER, "ClientHello", 40_000L)
              .put(Role.SERVER, CostProfile.ANY_MESSAGE, 9_000L)
              .build());

  @Test
  void an_operation_costs_its_run_and_its_octets() {
    assertThat(profile.nanos(new Operation("hash/sha256", 1000))).isEqualTo(2700);
  }

  @Test
  void an_operation_without_a_price_is_refused_by_name() {
    assertThatThrownBy(() -> profile.nanos(new Operation("share/x25519", 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no cost of operation share/x25519 in profile test, which has none of its kind;"
                + " expected it under operations");
    assertThatThrownBy(() -> profile.nanos(new Operation("hash/sha384", 0)))
        .hasMessageContaining("which has hash/sha256;");
  }

  @Test
  void a_message_costs_what_its_side_asks() {
    assertThat(profile.nanos(Role.SERVER, "ClientHello")).isEqualTo(40_000);
    assertThat(profile.nanos(Role.SERVER, "Finished")).isEqualTo(9_000);
    assertThat(profile.nanos(Role.CLIENT, "ClientHello")).isZero();
  }

  @Test
  void nothing_costs_anything_in_the_profile_zero() {
    assertThat(CostProfile.ZERO.nanos(new Operation("share/x25519", 0))).isZero();
    assertThat(CostProfile.ZERO.nanos(Role.SERVER, "ClientHello")).isZero();
  }
}
