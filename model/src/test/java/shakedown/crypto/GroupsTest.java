package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import shakedown.wire.Kind;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.Value;

class GroupsTest {
  private static final ImmutableList<NamedGroup> CURVES =
      ImmutableList.of(NamedGroup.SECP256R1, NamedGroup.SECP384R1, NamedGroup.SECP521R1);

  /** Points of small order, each as the numbers below 2^255 and the one above that stand for it. */
  private static final ImmutableList<Octets> SMALL =
      ImmutableList.of(
          Vectors.hex("0000000000000000000000000000000000000000000000000000000000000000"),
          Vectors.hex("0100000000000000000000000000000000000000000000000000000000000000"),
          Vectors.hex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
          Vectors.hex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
          Vectors.hex("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
          Vectors.hex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
          Vectors.hex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
          Vectors.hex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"));

  private final Concrete crypto = new Concrete(new Seed(1, "client", 1));
  private final Value secret = crypto.fresh(Kind.SECRET, "share");

  @Test
  void points_of_small_order_are_no_shares_and_lead_to_zeros() {
    for (Octets point : SMALL) {
      assertThat(crypto.isShare(NamedGroup.X25519, point)).as("%s", point).isFalse();
      assertThat(crypto.agree(NamedGroup.X25519, secret, point)).isEqualTo(Octets.of(new byte[32]));
    }
  }

  @Test
  void points_of_small_order_of_curve448_are_no_shares_either() {
    byte[] one = new byte[56];
    one[0] = 1;
    byte[] last = Octets.bytes(Vectors.hex("fe" + "ff".repeat(27) + "fe" + "ff".repeat(27)));
    byte[] prime = last.clone();
    prime[0]++;
    for (byte[] point : ImmutableList.of(new byte[56], one, last, prime)) {
      assertThat(crypto.isShare(NamedGroup.X448, Octets.of(point))).isFalse();
      assertThat(Octets.bytes(crypto.agree(NamedGroup.X448, secret, Octets.of(point))))
          .containsOnly(0);
    }
  }

  @Test
  void what_is_no_point_is_no_share_but_agrees_on_something() {
    for (NamedGroup group : NamedGroup.known()) {
      byte[] share = Octets.bytes(crypto.share(group, secret));
      int length = Octets.length(crypto.agree(group, secret, Octets.of(share)));
      Answer answer = crypto.answer(group, secret, Octets.of(share));
      byte[] longer = Arrays.copyOf(share, share.length + 1);
      for (Octets garbage : ImmutableList.of(Octets.EMPTY, Octets.of(longer))) {
        assertThat(crypto.isShare(group, garbage)).isFalse();
        assertThat(crypto.isAnswer(group, garbage)).isFalse();
        assertThat(Octets.length(crypto.agree(group, secret, garbage))).isEqualTo(length);
        Answer other = crypto.answer(group, secret, garbage);
        assertThat(Octets.length(other.share())).isEqualTo(Octets.length(answer.share()));
        assertThat(Octets.length(other.secret())).isEqualTo(length);
      }
    }
  }

  @Test
  void a_point_off_the_curve_is_no_share() {
    for (NamedGroup group : CURVES) {
      byte[] share = Octets.bytes(crypto.share(group, secret));
      share[share.length - 1] ^= 1;

      assertThat(crypto.isShare(group, Octets.of(share))).isFalse();
      assertThat(Octets.bytes(crypto.agree(group, secret, Octets.of(share)))).containsOnly(0);
    }
  }

  @Test
  void a_compressed_point_is_no_share() {
    byte[] share = Octets.bytes(crypto.share(NamedGroup.SECP256R1, secret));
    byte[] compressed = Arrays.copyOf(share, 33);
    compressed[0] = (byte) (2 + (share[64] & 1));

    assertThat(crypto.isShare(NamedGroup.SECP256R1, Octets.of(compressed))).isFalse();
  }

  @Test
  void an_unknown_group_has_no_shares() {
    NamedGroup unknown = new NamedGroup(0x0a0a);

    assertThat(crypto.isShare(unknown, crypto.share(unknown, secret))).isFalse();
    assertThat(crypto.agree(unknown, secret, Octets.EMPTY)).isEqualTo(Octets.EMPTY);
  }
}
