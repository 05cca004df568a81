package shakedown.machine;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Answer;
import shakedown.crypto.Crypto;
import shakedown.crypto.Facts;
import shakedown.crypto.Mark;
import shakedown.crypto.Status;
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

/** Perfect cryptography in the free algebra, for one session of one endpoint. */
record Terms(String session) implements Crypto {
  @Override
  public Value fresh(Kind kind, String label) {
    return Term.of("fresh", session, kind, label);
  }

  @Override
  public Crypto again() {
    return new Terms(session + "'");
  }

  @Override
  public Value random(Mark mark) {
    return Term.of("random", session, mark);
  }

  @Override
  public boolean bears(Value random, Mark mark) {
    return random instanceof Term term && term.is("random") && term.arguments().contains(mark);
  }

  @Override
  public Value zeros(Hash hash) {
    return Term.of("zeros", hash);
  }

  @Override
  public Value absent(String label) {
    return Term.of("absent", label);
  }

  @Override
  public Value octets(String hex) {
    return Term.of("octets", hex);
  }

  @Override
  public Value share(Group group, Value secret) {
    return Term.of("share", group, secret);
  }

  @Override
  public boolean isShare(Group group, Value share) {
    return share instanceof Term term && term.is("share") && term.arguments().contains(group);
  }

  @Override
  public boolean isAnswer(Group group, Value share) {
    return isShare(group, share);
  }

  @Override
  public Value withoutLeadingZeros(Value shared) {
    return shared;
  }

  @Override
  public Answer answer(Group group, Value secret, Value share) {
    return new Answer(share(group, secret), agree(group, secret, share));
  }

  @Override
  public Value agree(Group group, Value secret, Value share) {
    ImmutableList<String> sides =
        Stream.of(share(group, secret), share)
            .map(Object::toString)
            .sorted()
            .collect(ImmutableList.toImmutableList());
    return Term.of("shared", sides);
  }

  static CustomGroup small() {
    return new CustomGroup(Term.of("small prime"), Term.of("generator"));
  }

  @Override
  public boolean isLarge(CustomGroup field) {
    return !field.equals(small());
  }

  @Override
  public Value fixedShare(Group group, Value publicKey) {
    return publicKey instanceof Term term && term.is("public")
        ? share(group, (Value) term.arguments().getFirst())
        : absent("share");
  }

  @Override
  public Value fixedSecret(Value privateKey) {
    return privateKey;
  }

  @Override
  public Value preShared(@Nullable Value other, Value key) {
    return Term.of("pre-shared", other == null ? "nothing" : other, key);
  }

  @Override
  public Value premaster(Version offered) {
    return Term.of("premaster", session, offered);
  }

  @Override
  public Value encrypt(Value publicKey, Value premaster) {
    return Term.of("encrypted", publicKey, premaster);
  }

  @Override
  public Value decrypt(Value privateKey, @Nullable Version offered, Value encrypted) {
    return encrypted instanceof Term term
            && term.is("encrypted")
            && term.arguments().getFirst().equals(publicKey(privateKey))
            && term.arguments().getLast() instanceof Term premaster
            && (offered == null || premaster.arguments().contains(offered))
        ? premaster
        : fresh(Kind.SECRET, "no premaster");
  }

  @Override
  public boolean decrypts(Value privateKey, Version offered, Value encrypted) {
    return !decrypt(privateKey, offered, encrypted).equals(fresh(Kind.SECRET, "no premaster"));
  }

  @Override
  public Value temporaryKey(Value secret) {
    return publicKey(secret);
  }

  @Override
  public Value digest(Hash hash, ImmutableList<Structure> structures) {
    // what a structure maps is what goes over the wire: a truncated hello has no binders
    return Term.of(
        "digest", hash, structures.stream().map(each -> each.map((kind, value) -> value)).toList());
  }

  @Override
  public Value extract(Hash hash, Value salt, Value input) {
    return Term.of("extract", hash, salt, input);
  }

  @Override
  public Value expandLabel(Hash hash, Value secret, String label, Value context) {
    return Term.of("expand", hash, secret, label, context);
  }

  @Override
  public Value expandLabel(Hash hash, Value secret, String label, Value context, int length) {
    return Term.of("expand", hash, secret, label, context, length);
  }

  @Override
  public Value encode(Structure structure) {
    return Term.of("encoded", structure);
  }

  @Override
  public Value mac(Hash hash, Value key, Value text) {
    return Term.of("mac", hash, key, text);
  }

  @Override
  public Value prf(Hash hash, Value secret, String label, int length, ImmutableList<Value> seed) {
    return Term.of("prf", hash, secret, label, length, seed);
  }

  static Value publicKey(Value privateKey) {
    return Term.of("public", privateKey);
  }

  @Override
  public Value sign(Value privateKey, SignatureScheme scheme, Content content) {
    return Term.of("signature", publicKey(privateKey), scheme, content);
  }

  @Override
  public boolean verifies(
      Value publicKey, SignatureScheme scheme, Content content, Value signature) {
    return signature.equals(Term.of("signature", publicKey, scheme, content));
  }

  static Value certificate(Facts facts, Value issuerKey) {
    return Term.of("certificate", facts, issuerKey);
  }

  @Override
  public Optional<Facts> facts(Value certificate) {
    return certificate instanceof Term term && term.arguments().getFirst() instanceof Facts facts
        ? Optional.of(facts)
        : Optional.empty();
  }

  @Override
  public boolean certified(Value issuerKey, Value certificate) {
    return certificate instanceof Term term && term.arguments().getLast().equals(issuerKey);
  }

  @Override
  public Optional<KeyType> keyType(Value publicKey) {
    return publicKey instanceof Term term && term.is("public")
        ? Optional.of(KeyType.ECDSA_P256)
        : Optional.empty();
  }

  static Value response(Status status, Value certificate, Value key) {
    return Term.of("response", status, certificate, key);
  }

  @Override
  public Optional<Status> status(Value response, Value certificate, Value issuerKey) {
    return response instanceof Term term
            && term.is("response")
            && term.arguments().get(1).equals(certificate)
            && term.arguments().getFirst() instanceof Status status
        ? Optional.of(status)
        : Optional.empty();
  }

  @Override
  public boolean statusSigned(Value key, Value response) {
    return response instanceof Term term
        && term.is("response")
        && term.arguments().getLast().equals(key);
  }

  @Override
  public Value compress(CompressionAlgorithm algorithm, Message.Certificate certificate) {
    return Term.of("compressed", algorithm, certificate);
  }

  @Override
  public Optional<Message.Certificate> decompress(CompressionAlgorithm algorithm, Value content) {
    return content instanceof Term term
            && term.arguments().contains(algorithm)
            && term.arguments().getLast() instanceof Message.Certificate certificate
        ? Optional.of(certificate)
        : Optional.empty();
  }

  @Override
  public Value seal(Value key, Content.SealedSession plain) {
    return Term.of("sealed", key, plain);
  }

  @Override
  public Optional<Content.SealedSession> open(Value key, Value sealed) {
    return sealed instanceof Term term
            && term.arguments().getFirst().equals(key)
            && term.arguments().getLast() instanceof Content.SealedSession plain
        ? Optional.of(plain)
        : Optional.empty();
  }

  @Override
  public Value obfuscatedAge(Value age, Value ageAdd) {
    return Term.of("age", age, ageAdd);
  }

  @Override
  public boolean same(Value seen, Value expected) {
    return seen.equals(expected);
  }
}
