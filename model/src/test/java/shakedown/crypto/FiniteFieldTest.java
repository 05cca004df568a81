package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Octets.bytes;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import javax.crypto.KeyAgreement;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.wire.CustomGroup;
import shakedown.wire.FiniteFields;
import shakedown.wire.Kind;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.Value;

class FiniteFieldTest {
  private static final NamedGroup GROUP = NamedGroup.FFDHE2048;
  private static final BigInteger PRIME = prime(GROUP);

  private final Concrete crypto = new Concrete(new Seed(1, "client", 1));
  private final Value secret = crypto.fresh(Kind.SECRET, "share");

  private static BigInteger prime(NamedGroup group) {
    return new BigInteger(1, bytes(FiniteFields.numbers(group).prime()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 3072, 4096, 6144, 8192})
  void the_jdk_agrees_in_the_groups_of_rfc_7919(int bits) throws Exception {
    NamedGroup group = NamedGroup.named("ffdhe" + bits).orElseThrow();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
    generator.initialize(new DHParameterSpec(published(bits).getP(), published(bits).getG()));
    KeyPair theirs = generator.generateKeyPair();
    DHPublicKey publicKey = (DHPublicKey) theirs.getPublic();

    Value ours = crypto.share(group, secret);
    KeyAgreement agreement = KeyAgreement.getInstance("DH");
    agreement.init(theirs.getPrivate());
    agreement.doPhase(publicKey(ours, publicKey), true);

    Value shared = crypto.agree(group, secret, octets(publicKey.getY(), bits / 8));
    assertThat(bytes(shared)).isEqualTo(agreement.generateSecret());
  }

  private static PublicKey publicKey(Value share, DHPublicKey like) throws Exception {
    return KeyFactory.getInstance("DH")
        .generatePublic(
            new DHPublicKeySpec(
                new BigInteger(1, bytes(share)), like.getParams().getP(), like.getParams().getG()));
  }

  /** RFC 7919 A, as Bouncy Castle has it. */
  private static DHParameters published(int bits) {
    return switch (bits) {
      case 2048 -> DHStandardGroups.rfc7919_ffdhe2048;
      case 3072 -> DHStandardGroups.rfc7919_ffdhe3072;
      case 4096 -> DHStandardGroups.rfc7919_ffdhe4096;
      case 6144 -> DHStandardGroups.rfc7919_ffdhe6144;
      default -> DHStandardGroups.rfc7919_ffdhe8192;
    };
  }

  @Test
  void a_share_lies_between_one_and_the_last_element() {
    for (BigInteger number :
        ImmutableList.of(BigInteger.ZERO, BigInteger.ONE, PRIME.subtract(BigInteger.ONE), PRIME)) {
      Octets share = octets(number, 256);

      assertThat(crypto.isShare(GROUP, share)).as("%s", number).isFalse();
      assertThat(bytes(crypto.agree(GROUP, secret, share))).hasSize(256).containsOnly(0);
    }
    assertThat(crypto.isShare(GROUP, octets(BigInteger.TWO, 256))).isTrue();
    assertThat(crypto.isShare(GROUP, octets(PRIME.subtract(BigInteger.TWO), 256))).isTrue();
  }

  @Test
  void a_share_may_lack_its_leading_zeros_as_in_1_2() {
    Octets two = octets(BigInteger.TWO, 1);

    assertThat(crypto.isShare(GROUP, two)).isTrue();
    assertThat(crypto.agree(GROUP, secret, two)).isEqualTo(crypto.share(GROUP, secret));
  }

  @Test
  void the_premaster_secret_of_1_2_lacks_its_leading_zeros() {
    Octets padded = Octets.of(new byte[] {0, 0, 1, 0, 2, 0});

    assertThat(crypto.withoutLeadingZeros(padded)).isEqualTo(Octets.of(new byte[] {1, 0, 2, 0}));
    assertThat(crypto.withoutLeadingZeros(Octets.of(new byte[2]))).isEqualTo(Octets.EMPTY);
  }

  @Test
  void a_field_of_other_numbers_is_as_good() {
    CustomGroup group = new CustomGroup(octets(PRIME, 256), octets(BigInteger.valueOf(5), 1));
    Value theirs = crypto.fresh(Kind.SECRET, "theirs");

    Answer answer = crypto.answer(group, theirs, crypto.share(group, secret));

    assertThat(answer.secret()).isEqualTo(crypto.agree(group, secret, answer.share()));
    assertThat(answer.secret())
        .isNotEqualTo(crypto.agree(GROUP, secret, crypto.share(GROUP, theirs)));
  }

  @Test
  void a_field_that_is_small_or_huge_or_even_or_idle_has_no_shares() {
    BigInteger huge = BigInteger.ONE.shiftLeft(8192).add(BigInteger.ONE);
    Octets three = octets(BigInteger.valueOf(3), 1);
    for (CustomGroup group :
        ImmutableList.of(
            new CustomGroup(
                octets(BigInteger.ONE.shiftLeft(511).subtract(BigInteger.ONE), 64), three),
            new CustomGroup(octets(huge, 1025), three),
            new CustomGroup(octets(PRIME.subtract(BigInteger.ONE), 256), three),
            new CustomGroup(octets(PRIME, 256), octets(BigInteger.ONE, 1)),
            new CustomGroup(Octets.EMPTY, Octets.EMPTY))) {
      assertThat(crypto.isShare(group, three)).isFalse();
      assertThat(crypto.share(group, secret)).isEqualTo(Octets.EMPTY);
      assertThat(crypto.agree(group, secret, three)).isEqualTo(Octets.EMPTY);
    }
  }

  private static Octets octets(BigInteger number, int length) {
    return Octets.of(BigIntegers.asUnsignedByteArray(length, number));
  }
}
