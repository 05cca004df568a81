package shakedown.adversary;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.adversary.Term.Op;
import shakedown.crypto.Answer;
import shakedown.crypto.Crypto;
import shakedown.crypto.Facts;
import shakedown.crypto.Mark;
import shakedown.crypto.Status;
import shakedown.crypto.Status.Standing;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Content;
import shakedown.wire.CustomGroup;
import shakedown.wire.Group;
import shakedown.wire.Hash;
import shakedown.wire.KeyType;
import shakedown.wire.Kind;
import shakedown.wire.Message;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Structure;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * Perfect cryptography after Dolev and Yao (1983): every operation is a free constructor, but for
 * the exponents of a key agreement, which commute. Nothing is opened without its key, and no two
 * different terms are equal.
 *
 * @param session names the endpoint and its session, as {@code client/1}: fresh values of another
 *     are other terms
 */
public record Symbolic(Terms terms, String session) implements Crypto {
  private static final String ZEROS = "zeros";
  private static final String SMALL_PRIME = "a small prime";

  @Override
  public Term fresh(Kind kind, String label) {
    return terms.name(session + "/" + label);
  }

  @Override
  public Symbolic again() {
    return new Symbolic(terms, session + "'");
  }

  @Override
  public Term random(Mark mark) {
    Term random = fresh(Kind.RANDOM, "random");
    return mark == Mark.NONE ? random : terms.of(Op.MARKED, mark, random);
  }

  @Override
  public boolean bears(Value random, Mark mark) {
    return term(random).is(Op.MARKED) && term(random).label() == mark;
  }

  @Override
  public Term zeros(Hash hash) {
    return terms.constant(ZEROS);
  }

  @Override
  public Term absent(String label) {
    return terms.constant("absent " + label);
  }

  @Override
  public Term octets(String hex) {
    return terms.constant("octets " + hex);
  }

  @Override
  public Term share(Group group, Value secret) {
    return terms.of(Op.SHARE, group, secret);
  }

  @Override
  public boolean isShare(Group group, Value share) {
    return term(share).is(Op.SHARE) && term(share).label().equals(group);
  }

  @Override
  public boolean isAnswer(Group group, Value share) {
    return isShare(group, share);
  }

  @Override
  public Answer answer(Group group, Value secret, Value share) {
    return new Answer(share(group, secret), agree(group, secret, share));
  }

  /** The one equation: exponents commute. What is no share of the group gives what all know. */
  @Override
  public Term agree(Group group, Value secret, Value share) {
    if (!isShare(group, share)) {
      return terms.constant(ZEROS);
    }
    Term ours = term(secret);
    Term theirs = term(share).arg(0);
    return ours.id() < theirs.id()
        ? terms.of(Op.AGREED, group, ours, theirs)
        : terms.of(Op.AGREED, group, theirs, ours);
  }

  /** Terms have no octets, so none that could be left out. */
  @Override
  public Term withoutLeadingZeros(Value shared) {
    return term(shared);
  }

  /** A field in which an adversary can be granted discrete logarithms. */
  public static CustomGroup smallField(Terms terms) {
    return new CustomGroup(terms.constant(SMALL_PRIME), terms.constant("generator"));
  }

  @Override
  public boolean isLarge(CustomGroup field) {
    return !field.equals(smallField(terms));
  }

  @Override
  public Term fixedShare(Group group, Value publicKey) {
    return term(publicKey).is(Op.PUBLIC_KEY)
        ? share(group, term(publicKey).arg(0))
        : absent("share");
  }

  @Override
  public Term fixedSecret(Value privateKey) {
    return term(privateKey);
  }

  @Override
  public Term preShared(@Nullable Value other, Value key) {
    return other == null
        ? terms.of(Op.PRE_SHARED, "alone", key)
        : terms.of(Op.PRE_SHARED, "with another", other, key);
  }

  @Override
  public Term premaster(Version offered) {
    return terms.of(Op.PREMASTER, offered, fresh(Kind.SECRET, "premaster"));
  }

  @Override
  public Term encrypt(Value publicKey, Value premaster) {
    return terms.of(Op.ENCRYPTED, "premaster", publicKey, premaster);
  }

  @Override
  public Term decrypt(Value privateKey, @Nullable Version offered, Value encrypted) {
    Term sealed = term(encrypted);
    boolean ours =
        sealed.is(Op.ENCRYPTED)
            && sealed.arg(0).is(Op.PUBLIC_KEY)
            && sealed.arg(0).arg(0) == privateKey
            && sealed.arg(1).is(Op.PREMASTER)
            && (offered == null || sealed.arg(1).label().equals(offered));
    return ours ? sealed.arg(1) : undecryptable();
  }

  @Override
  public boolean decrypts(Value privateKey, Version offered, Value encrypted) {
    return decrypt(privateKey, offered, encrypted) != undecryptable();
  }

  private Term undecryptable() {
    return fresh(Kind.SECRET, "undecryptable");
  }

  @Override
  public Term temporaryKey(Value secret) {
    return terms.of(Op.PUBLIC_KEY, "temporary", secret);
  }

  @Override
  public Term digest(Hash hash, ImmutableList<Structure> structures) {
    var parts = ImmutableList.<Term>builderWithExpectedSize(structures.size());
    structures.forEach(structure -> parts.add(terms.of(structure)));
    return terms.of(Op.HASH, hash, parts.build());
  }

  @Override
  public Term extract(Hash hash, Value salt, Value input) {
    return terms.of(Op.EXTRACT, hash, salt, input);
  }

  @Override
  public Term expandLabel(Hash hash, Value secret, String label, Value context) {
    return terms.of(Op.EXPAND, hash + " " + label, secret, context);
  }

  @Override
  public Term expandLabel(Hash hash, Value secret, String label, Value context, int length) {
    return terms.of(Op.EXPAND, hash + " " + label + " " + length, secret, context);
  }

  @Override
  public Term encode(Structure structure) {
    return terms.of(structure);
  }

  @Override
  public Term mac(Hash hash, Value key, Value text) {
    return terms.of(Op.MAC, hash, key, text);
  }

  @Override
  public Term prf(Hash hash, Value secret, String label, int length, ImmutableList<Value> seed) {
    var args = ImmutableList.<Term>builder().add(term(secret));
    seed.forEach(each -> args.add(term(each)));
    return terms.of(Op.PRF, hash + " " + label, args.build());
  }

  @Override
  public Term sign(Value privateKey, SignatureScheme scheme, Content content) {
    return terms.of(Op.SIGNATURE, scheme, privateKey, terms.of(content));
  }

  @Override
  public boolean verifies(
      Value publicKey, SignatureScheme scheme, Content content, Value signature) {
    Term key = term(publicKey);
    return key.is(Op.PUBLIC_KEY) && same(signature, sign(key.arg(0), scheme, content));
  }

  @Override
  public Optional<Facts> facts(Value certificate) {
    Term term = term(certificate);
    return term.label() instanceof CertificateForm form
        ? Optional.of(form.facts(term.arg(0)))
        : Optional.empty();
  }

  @Override
  public boolean certified(Value issuerKey, Value certificate) {
    return term(certificate).is(Op.CERTIFICATE) && term(certificate).arg(1) == issuerKey;
  }

  @Override
  public Optional<KeyType> keyType(Value publicKey) {
    return term(publicKey).label() instanceof KeyType type ? Optional.of(type) : Optional.empty();
  }

  @Override
  public Optional<Status> status(Value response, Value certificate, Value issuerKey) {
    Term term = term(response);
    return term.is(Op.STATUS) && term.arg(0) == certificate
        ? Optional.of(
            new Status((Standing) term.label(), Facts.Validity.ALWAYS, ImmutableList.of()))
        : Optional.empty();
  }

  @Override
  public boolean statusSigned(Value key, Value response) {
    return term(response).is(Op.STATUS) && term(response).arg(1) == key;
  }

  @Override
  public Term compress(CompressionAlgorithm algorithm, Message.Certificate certificate) {
    return terms.of(Op.COMPRESSED, algorithm, terms.of(certificate));
  }

  @Override
  public Optional<Message.Certificate> decompress(CompressionAlgorithm algorithm, Value content) {
    Term term = term(content);
    return term.is(Op.COMPRESSED) && term.label().equals(algorithm)
        ? Optional.of((Message.Certificate) term.arg(0).structure())
        : Optional.empty();
  }

  @Override
  public Term seal(Value key, Content.SealedSession session) {
    return terms.of(Op.SEALED, "ticket", key, terms.of(session));
  }

  @Override
  public Optional<Content.SealedSession> open(Value key, Value sealed) {
    Term term = term(sealed);
    return term.is(Op.SEALED) && term.label().equals("ticket") && term.arg(0) == key
        ? Optional.of((Content.SealedSession) term.arg(1).structure())
        : Optional.empty();
  }

  @Override
  public Term obfuscatedAge(Value age, Value ageAdd) {
    return terms.of(Op.AGE, "obfuscated", age, ageAdd);
  }

  @Override
  public boolean same(Value seen, Value expected) {
    return seen.equals(expected);
  }

  private static Term term(Value value) {
    return (Term) value;
  }
}
