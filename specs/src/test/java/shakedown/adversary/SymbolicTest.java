package shakedown.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shakedown.crypto.Answer;
import shakedown.crypto.Keys;
import shakedown.crypto.Mark;
import shakedown.crypto.Status.Standing;
import shakedown.pki.Chain;
import shakedown.pki.Fault;
import shakedown.pki.Identity;
import shakedown.pki.Purpose;
import shakedown.pki.Trust;
import shakedown.pki.Validation;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.CipherSuite;
import shakedown.wire.Content;
import shakedown.wire.Hash;
import shakedown.wire.KeyType;
import shakedown.wire.Kind;
import shakedown.wire.Message;
import shakedown.wire.NamedGroup;
import shakedown.wire.Remembered;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

class SymbolicTest {
  private static final NamedGroup GROUP = NamedGroup.X25519;

  private final Terms terms = new Terms();
  private final Symbolic alice = new Symbolic(terms, "alice");
  private final Symbolic bob = new Symbolic(terms, "bob");
  private final Term a = alice.fresh(Kind.SECRET, "key_share");
  private final Term b = bob.fresh(Kind.SECRET, "key_share");

  @Test
  void a_name_is_one_value_in_its_session_and_another_elsewhere() {
    assertThat(alice.fresh(Kind.SECRET, "key_share")).isSameAs(a);
    assertThat(b).isNotSameAs(a);
  }

  @Test
  void exponents_commute() {
    Answer answer = bob.answer(GROUP, b, alice.share(GROUP, a));

    assertThat(alice.agree(GROUP, a, answer.share())).isSameAs(answer.secret());
  }

  @Test
  void what_is_no_share_agrees_on_what_everyone_knows() {
    assertThat(alice.agree(GROUP, a, terms.constant("nonsense")))
        .isSameAs(alice.zeros(Hash.SHA256));
    assertThat(alice.agree(GROUP, a, bob.share(NamedGroup.SECP256R1, b)))
        .isSameAs(alice.zeros(Hash.SHA256));
  }

  @Test
  void a_signature_verifies_under_its_key_scheme_and_content_only() {
    Identity bobs = new Issuer(terms, "authority").issue("bob", KeyType.ECDSA_P256);
    var scheme = SignatureScheme.ECDSA_SECP256R1_SHA256;
    var content = new Content.SignedTranscript("test", a);
    Chain chain = Chain.of(bobs.chain(), alice).orElseThrow();
    Term signature = bob.sign(bobs.privateKey(), scheme, content);

    assertThat(alice.verifies(chain.leaf().publicKey(), scheme, content, signature)).isTrue();
    assertThat(
            alice.verifies(
                chain.leaf().publicKey(),
                scheme,
                new Content.SignedTranscript("test", b),
                signature))
        .isFalse();
    assertThat(alice.verifies(a, scheme, content, signature)).isFalse();
  }

  @Test
  void a_chain_reaches_its_own_authority_and_no_other() {
    Identity bobs = new Issuer(terms, "authority").issue("bob", KeyType.RSA);
    Chain chain = Chain.of(bobs.chain(), alice).orElseThrow();

    assertThat(rule(chain, "authority", "bob")).isEmpty();
    assertThat(rule(chain, "another", "bob")).hasValue(Rule.CHAIN_TRUSTED);
    assertThat(rule(chain, "authority", "carol")).hasValue(Rule.CERTIFICATE_MATCHES_NAME);
  }

  @Test
  void an_authority_revokes_its_own_certificates_and_no_others() {
    Issuer issuer = new Issuer(terms, "authority");
    Value bobs = issuer.issue("bob", KeyType.RSA).chain().getFirst();
    Chain chain = Chain.of(issuer.issue("bob", KeyType.RSA).chain(), alice).orElseThrow();
    Value good = issuer.respond(bobs, Standing.GOOD);
    Value revoked = issuer.respond(bobs, Standing.REVOKED);
    Value forged = new Issuer(terms, "another").respond(bobs, Standing.GOOD);

    assertThat(rule(chain.withStaple(good), "authority", "bob")).isEmpty();
    assertThat(rule(chain.withStaple(revoked), "authority", "bob"))
        .hasValue(Rule.CERTIFICATE_NOT_REVOKED);
    assertThat(rule(chain.withStaple(forged), "authority", "bob"))
        .hasValue(Rule.OCSP_RESPONSE_VALID);
  }

  private Optional<Rule> rule(Chain chain, String trusted, String host) {
    Trust trust = new Issuer(terms, trusted).trust();
    return new Validation(trust, Purpose.server13(host), Rules.RFC, alice)
        .fault(chain)
        .map(Fault::rule);
  }

  @Test
  void a_premaster_secret_decrypts_to_itself_or_to_nothing_known() {
    Identity bobs = new Issuer(terms, "authority").issue("bob", KeyType.RSA);
    var publicKey = Chain.of(bobs.chain(), alice).orElseThrow().leaf().publicKey();
    Term premaster = alice.premaster(Version.TLS12);
    Term encrypted = alice.encrypt(publicKey, premaster);

    assertThat(bob.decrypt(bobs.privateKey(), Version.TLS12, encrypted)).isSameAs(premaster);
    assertThat(bob.decrypt(bobs.privateKey(), Version.TLS13, encrypted)).isNotSameAs(premaster);
    assertThat(bob.decrypt(b, Version.TLS12, encrypted)).isNotSameAs(premaster);
  }

  @Test
  void a_ticket_opens_under_its_key_only() {
    var session =
        new Content.SealedSession(
            Version.TLS13,
            CipherSuite.TLS_AES_128_GCM_SHA256,
            false,
            new Remembered("server", "", 0, Remembered.ANYONE),
            a);
    Term ticket = bob.seal(b, session);

    assertThat(bob.open(b, ticket)).contains(session);
    assertThat(bob.open(a, ticket)).isEmpty();
  }

  @Test
  void a_mark_is_seen_by_everyone() {
    assertThat(alice.bears(bob.random(Mark.TLS12), Mark.TLS12)).isTrue();
    assertThat(alice.bears(bob.random(Mark.NONE), Mark.TLS12)).isFalse();
  }

  @Test
  void a_structure_is_a_term_by_its_form_and_its_values() {
    var finished = new Message.Finished(a);

    assertThat(terms.of(finished)).isSameAs(terms.of(new Message.Finished(a)));
    assertThat(terms.of(new Message.Finished(b))).isNotSameAs(terms.of(finished));
    assertThat(terms.of(finished).structure()).isEqualTo(finished);
  }

  @Test
  void each_record_has_a_key_of_its_own() {
    var protection = new Protection(terms);
    var message = new Message.Finished(a);
    Term first = protection.firstKey(new Keys(CipherSuite.TLS_AES_128_GCM_SHA256, Role.CLIENT, b));
    Term second = protection.nextKey(first);

    assertThat(protection.seal(second, message)).isNotSameAs(protection.seal(first, message));
    assertThat(Protection.open(protection.seal(first, message), first)).contains(message);
    assertThat(Protection.open(protection.seal(first, message), second)).isEmpty();
  }

  @Test
  void two_universes_number_their_terms_alike() {
    var other = new Symbolic(new Terms(), "alice");

    assertThat(other.fresh(Kind.SECRET, "key_share").id()).isEqualTo(a.id());
    assertThat(other.digest(Hash.SHA256, ImmutableList.of(new Message.Finished(a))).toString())
        .isEqualTo("hash(Finished(alice/key_share))");
  }
}
