package shakedown.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.pki.Chain;
import shakedown.pki.Chains;
import shakedown.pki.Identity;
import shakedown.rules.Rule;
import shakedown.wire.CertificateEntry;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Extensions;
import shakedown.wire.Hash;
import shakedown.wire.Kind;
import shakedown.wire.Message;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.Remembered;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

class ConcreteTest {
  private static final Concrete CLIENT = new Concrete(new Seed(1, "client", 1));
  private static final Concrete SERVER = new Concrete(new Seed(1, "server", 1));

  @Test
  void a_name_has_one_value_in_a_session_and_another_in_every_other() {
    Value once = CLIENT.fresh(Kind.RANDOM, "random");

    assertThat(CLIENT.fresh(Kind.RANDOM, "random")).isEqualTo(once);
    assertThat(new Concrete(new Seed(1, "client", 1)).fresh(Kind.RANDOM, "random")).isEqualTo(once);
    assertThat(CLIENT.fresh(Kind.RANDOM, "other")).isNotEqualTo(once);
    assertThat(CLIENT.fresh(Kind.SESSION_ID, "random")).isNotEqualTo(once);
    assertThat(SERVER.fresh(Kind.RANDOM, "random")).isNotEqualTo(once);
    assertThat(new Concrete(new Seed(2, "client", 1)).fresh(Kind.RANDOM, "random"))
        .isNotEqualTo(once);
    assertThat(new Concrete(new Seed(1, "client", 2)).fresh(Kind.RANDOM, "random"))
        .isNotEqualTo(once);
  }

  @Test
  void both_sides_agree_in_every_group() {
    for (NamedGroup group : NamedGroup.known()) {
      Value mine = CLIENT.fresh(Kind.SECRET, "share");
      Value share = CLIENT.share(group, mine);

      Answer answer = SERVER.answer(group, SERVER.fresh(Kind.SECRET, "share"), share);

      assertThat(SERVER.isShare(group, share)).as("%s", group).isTrue();
      assertThat(CLIENT.isAnswer(group, answer.share())).as("%s", group).isTrue();
      assertThat(CLIENT.agree(group, mine, answer.share())).isEqualTo(answer.secret());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_chain_reaches_its_root_and_no_other(Chains chains) {
    Identity identity = chains.identity();
    Optional<Chain> chain = Chain.of(identity.chain(), CLIENT);

    assertThat(chain).isPresent();
    for (Chains other : Chains.values()) {
      assertThat(Chains.rule(chain.get(), other.trust(), CLIENT))
          .isEqualTo(other == chains ? Optional.empty() : Optional.of(Rule.CHAIN_TRUSTED));
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_signed_verifies_and_nothing_else_does(Chains chains) {
    Identity identity = chains.identity();
    Value publicKey = Chain.of(identity.chain(), CLIENT).orElseThrow().leaf().publicKey();
    var content = signed("one");

    for (SignatureScheme scheme : schemes()) {
      Value signature = SERVER.sign(identity.privateKey(), scheme, content);

      boolean fits = scheme.fits(identity.keyType());
      assertThat(CLIENT.verifies(publicKey, scheme, content, signature)).isEqualTo(fits);
      assertThat(CLIENT.verifies(publicKey, scheme, signed("other"), signature)).isFalse();
      assertThat(SERVER.sign(identity.privateKey(), scheme, content)).isEqualTo(signature);
    }
  }

  static ImmutableList<SignatureScheme> schemes() {
    return ImmutableList.of(
        SignatureScheme.ECDSA_SECP256R1_SHA256,
        SignatureScheme.ED25519,
        SignatureScheme.RSA_PKCS1_SHA256,
        SignatureScheme.RSA_PKCS1_SHA384,
        SignatureScheme.RSA_PSS_RSAE_SHA256,
        SignatureScheme.RSA_PSS_RSAE_SHA384);
  }

  private static SignedTranscript signed(String what) {
    return new SignedTranscript(
        SignedTranscript.SERVER, CLIENT.mac(Hash.SHA256, CLIENT.absent(""), octets(what)));
  }

  private static Octets octets(String text) {
    return Octets.of(text.getBytes(UTF_8));
  }

  @Test
  void a_premaster_secret_reaches_the_owner_of_the_key_only() {
    Identity rsa = Chains.RSA.identity();
    Value publicKey = Chain.of(rsa.chain(), CLIENT).orElseThrow().leaf().publicKey();
    Value premaster = CLIENT.premaster(Version.TLS12);

    Value encrypted = CLIENT.encrypt(publicKey, premaster);

    assertThat(Octets.length(encrypted)).isEqualTo(256);
    assertThat(SERVER.decrypt(rsa.privateKey(), Version.TLS12, encrypted)).isEqualTo(premaster);
    Value garbled = Octets.of(new byte[256]);
    Value other = SERVER.decrypt(rsa.privateKey(), Version.TLS12, garbled);
    assertThat(Octets.length(other)).isEqualTo(48);
    assertThat(other).isNotEqualTo(premaster);
    assertThat(SERVER.decrypt(rsa.privateKey(), Version.TLS12, garbled)).isEqualTo(other);
  }

  @Test
  void a_ticket_opens_with_its_key_only() {
    var session =
        new SealedSession(
            Version.TLS13,
            CipherSuite.TLS_AES_128_GCM_SHA256,
            false,
            new Remembered("www.example", "h2", 0, "bob"),
            SERVER.fresh(Kind.SECRET, "psk"));
    Value key = SERVER.fresh(Kind.SECRET, "ticket key");

    Value ticket = SERVER.seal(key, session);

    assertThat(SERVER.open(key, ticket)).contains(session);
    assertThat(SERVER.open(SERVER.fresh(Kind.SECRET, "other"), ticket)).isEmpty();
    assertThat(SERVER.open(key, Octets.EMPTY)).isEmpty();
  }

  @Test
  void a_compressed_certificate_message_comes_back() {
    var certificate =
        new Message.Certificate(
            null,
            Chains.ECDSA.identity().chain().stream()
                .map(each -> new CertificateEntry(each, Extensions.of()))
                .collect(ImmutableList.toImmutableList()));
    for (CompressionAlgorithm algorithm :
        ImmutableList.of(
            CompressionAlgorithm.ZLIB, CompressionAlgorithm.BROTLI, CompressionAlgorithm.ZSTD)) {
      Value compressed = SERVER.compress(algorithm, certificate);

      assertThat(CLIENT.decompress(algorithm, compressed)).contains(certificate);
    }
  }

  @Test
  void the_mark_of_a_downgrade_is_seen() {
    assertThat(CLIENT.bears(SERVER.random(Mark.TLS12), Mark.TLS12)).isTrue();
    assertThat(CLIENT.bears(SERVER.random(Mark.NONE), Mark.TLS12)).isFalse();
    assertThat(CLIENT.bears(SERVER.random(Mark.NONE), Mark.NONE)).isTrue();
    assertThat(CLIENT.bears(Octets.EMPTY, Mark.TLS12)).isFalse();
  }
}
