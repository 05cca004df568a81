package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.pki.Chain;
import shakedown.pki.Chains;
import shakedown.pki.Identity;
import shakedown.wire.CipherSuite;
import shakedown.wire.Codec;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Hash;
import shakedown.wire.KeyType;
import shakedown.wire.Kind;
import shakedown.wire.Message;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Structure;
import shakedown.wire.Value;

class MeteredTest {
  private final List<Operation> heard = new ArrayList<>();
  private final Concrete concrete = new Concrete(new Seed(1, "server", 1));
  private final Metered metered = new Metered(concrete, (operation, _) -> heard.add(operation));

  @Test
  void a_random_value_is_paid_for_once() {
    Value first = metered.fresh(Kind.SECRET, "share");

    assertThat(metered.fresh(Kind.SECRET, "share")).isEqualTo(first);
    assertThat(heard).containsExactly(new Operation("random", 48));
  }

  @Test
  void a_transcript_is_paid_for_once_in_each_hash() {
    Structure one = new Message.Finished(metered.zeros(Hash.SHA256));
    Structure two = new Message.ServerHelloDone();
    Structure other = new Message.EndOfEarlyData();

    metered.digest(Hash.SHA256, ImmutableList.of(one));
    metered.digest(Hash.SHA256, ImmutableList.of(one, two));
    metered.digest(Hash.SHA256, ImmutableList.of(one, other));
    metered.digest(Hash.SHA256, ImmutableList.of(one, two));
    metered.digest(Hash.SHA384, ImmutableList.of(one));

    assertThat(heard)
        .containsExactly(
            new Operation("hash/sha256", 36),
            new Operation("hash/sha256", 4),
            new Operation("hash/sha256", 4),
            new Operation("hash/sha384", 36));
  }

  @Test
  void a_prf_is_as_many_runs_of_hmac_as_it_takes() {
    Value seed = metered.zeros(Hash.SHA256);

    metered.prf(Hash.SHA256, seed, "label", 48, ImmutableList.of(seed));

    assertThat(heard)
        .containsExactly(
            new Operation("hmac/sha256", 37),
            new Operation("hmac/sha256", 69),
            new Operation("hmac/sha256", 32),
            new Operation("hmac/sha256", 69));
  }

  @Test
  void what_is_derived_again_is_paid_for_once() {
    Value secret = metered.zeros(Hash.SHA256);
    for (int i = 0; i < 2; i++) {
      metered.prf(Hash.SHA256, secret, "label", 12, ImmutableList.of(secret));
      metered.mac(Hash.SHA256, secret, secret);
      metered.share(NamedGroup.X25519, secret);
    }

    assertThat(heard)
        .extracting(Operation::name)
        .containsExactly("hmac/sha256", "hmac/sha256", "hmac/sha256", "share/x25519");
  }

  @Test
  void answering_a_share_is_two_operations() {
    Value secret = concrete.fresh(Kind.SECRET, "share");

    metered.answer(NamedGroup.X25519, secret, concrete.share(NamedGroup.X25519, secret));

    assertThat(heard)
        .containsExactly(new Operation("share/x25519", 0), new Operation("agree/x25519", 0));
  }

  @ParameterizedTest
  @EnumSource
  void validating_a_chain_verifies_each_signature_in_it(Chains chains) {
    Chain chain = Chain.of(chains.identity().chain(), metered).orElseThrow();

    assertThat(Chains.rule(chain, chains.trust(), metered)).isEmpty();

    Operation verify =
        switch (chains) {
          case ECDSA -> new Operation("verify/ecdsa_secp256r1_sha256", 0);
          case RSA -> new Operation("verify/rsa_pkcs1_sha256", 0);
          case ED25519 -> new Operation("verify/ed25519", 0);
        };
    assertThat(heard).containsExactly(verify, verify);
  }

  @Test
  void a_longer_rsa_key_has_a_name_of_its_own() {
    PrivateKey key = StandInKeys.made(KeyType.RSA, 3072, new Seed(1, "keys", 1), "key");
    var content = new SignedTranscript(SignedTranscript.SERVER, concrete.zeros(Hash.SHA256));
    SignatureScheme scheme = SignatureScheme.RSA_PSS_RSAE_SHA256;

    metered.verifies(key.publicKey(), scheme, content, metered.sign(key, scheme, content));

    assertThat(heard)
        .containsExactly(
            new Operation("sign/rsa_pss_rsae_sha256_3072", 0),
            new Operation("verify/rsa_pss_rsae_sha256_3072", 0));
  }

  @Test
  void an_operation_is_told_with_its_result() {
    List<Value> results = new ArrayList<>();
    Metered telling = new Metered(concrete, (_, result) -> results.add(result));
    Identity identity = Chains.RSA.identity();
    var content = new SignedTranscript(SignedTranscript.SERVER, concrete.zeros(Hash.SHA256));

    Value signature =
        telling.sign(identity.privateKey(), SignatureScheme.RSA_PSS_RSAE_SHA256, content);

    assertThat(results).containsExactly(signature);
  }

  @Test
  void records_are_paid_for_by_what_is_in_them() {
    var keys =
        new Keys(
            CipherSuite.TLS_AES_128_GCM_SHA256, Role.SERVER, concrete.fresh(Kind.SECRET, "keys"));
    RecordProtection protection = metered.protection(keys);
    byte[] content = Codec.encode(new Message.Finished(concrete.zeros(Hash.SHA256)));

    Octets sealed = protection.seal(0, 22, Octets.of(content));
    protection.open(0, sealed);

    assertThat(heard)
        .containsExactly(
            new Operation("hmac/sha256", 14),
            new Operation("hmac/sha256", 13),
            new Operation("seal/aes_128_gcm", 36),
            new Operation("open/aes_128_gcm", 36));
  }

  @Test
  void what_it_does_is_what_the_concrete_algebra_does() {
    Value secret = concrete.fresh(Kind.SECRET, "share");

    assertThat(metered.share(NamedGroup.SECP256R1, secret))
        .isEqualTo(concrete.share(NamedGroup.SECP256R1, secret));
    assertThat(metered.random(Mark.TLS12)).isEqualTo(concrete.random(Mark.TLS12));
  }
}
