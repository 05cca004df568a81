package shakedown.crypto;

import static java.util.Locale.ROOT;
import static shakedown.wire.Octets.bytes;
import static shakedown.wire.Octets.length;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Codec;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Content;
import shakedown.wire.CustomGroup;
import shakedown.wire.ExplicitCurve;
import shakedown.wire.Group;
import shakedown.wire.Hash;
import shakedown.wire.KeyType;
import shakedown.wire.Kind;
import shakedown.wire.Message;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Structure;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * The concrete algebra, with each operation that takes CPU told to a meter.
 *
 * <p>What is counted: {@code random} with its octets; {@code hash/…} with the octets of the
 * transcript that the session had not hashed yet; {@code hmac/…} for each run of HMAC, with the
 * octets of its text, so that a PRF is several; public-key operations with 0 octets, and with the
 * bits of an RSA key in the name where they are not 2048; AEAD and compression with the octets of
 * the plain side. A value that is made again counts once: states keep few values and ask again,
 * where a stack keeps what it made. Looks at a value, as whether it is a share or what a
 * certificate says, count nothing: they belong to the price of the message.
 */
public final class Metered implements Crypto, Records {
  private static final int USUAL_RSA_BITS = 2048;

  private final Concrete concrete;
  private final Meter meter;
  private final HashedSoFar hashed = new HashedSoFar();
  private final Set<Value> made = new HashSet<>();
  private @Nullable Metered again;

  public Metered(Concrete concrete, Meter meter) {
    this.concrete = concrete;
    this.meter = meter;
  }

  @Override
  public Value fresh(Kind kind, String label) {
    return drawn(concrete.fresh(kind, label));
  }

  /** Always the same one, which remembers what it has hashed. */
  @Override
  public Metered again() {
    if (again == null) {
      again = new Metered(concrete.again(), meter);
    }
    return again;
  }

  @Override
  public Value random(Mark mark) {
    return drawn(concrete.random(mark));
  }

  @Override
  public Value premaster(Version offered) {
    return drawn(concrete.premaster(offered));
  }

  private Value drawn(Value value) {
    return ran("random", length(value), value);
  }

  @Override
  public boolean bears(Value random, Mark mark) {
    return concrete.bears(random, mark);
  }

  @Override
  public Value zeros(Hash hash) {
    return concrete.zeros(hash);
  }

  @Override
  public Value absent(String label) {
    return concrete.absent(label);
  }

  @Override
  public Value octets(String hex) {
    return concrete.octets(hex);
  }

  @Override
  public Value share(Group group, Value secret) {
    return ran("share/" + name(group), 0, concrete.share(group, secret));
  }

  @Override
  public boolean isShare(Group group, Value share) {
    return concrete.isShare(group, share);
  }

  /** A finite field without a name costs what one of its size does. */
  private static String name(Group group) {
    return switch (group) {
      case NamedGroup named -> named.toString();
      case CustomGroup(Value prime, Value _) -> "ffdhe" + Byte.SIZE * length(prime);
      case ExplicitCurve _ -> "explicit_curve";
    };
  }

  @Override
  public boolean isAnswer(Group group, Value share) {
    return concrete.isAnswer(group, share);
  }

  @Override
  public Answer answer(Group group, Value secret, Value share) {
    if (!(group instanceof NamedGroup named && named.isHybrid())) {
      return new Answer(share(group, secret), agree(group, secret, share));
    }
    Answer answer = concrete.answer(group, secret, share);
    ran("answer/" + group, 0, answer.share());
    return answer;
  }

  @Override
  public Value withoutLeadingZeros(Value shared) {
    return concrete.withoutLeadingZeros(shared);
  }

  @Override
  public Value agree(Group group, Value secret, Value share) {
    return ran("agree/" + name(group), 0, concrete.agree(group, secret, share));
  }

  @Override
  public boolean isLarge(CustomGroup field) {
    return concrete.isLarge(field);
  }

  @Override
  public Value fixedShare(Group group, Value publicKey) {
    return concrete.fixedShare(group, publicKey);
  }

  @Override
  public Value fixedSecret(Value privateKey) {
    return concrete.fixedSecret(privateKey);
  }

  @Override
  public Value preShared(@Nullable Value other, Value key) {
    return concrete.preShared(other, key);
  }

  @Override
  public Value encrypt(Value publicKey, Value premaster) {
    return ran("encrypt/" + rsa(publicKey), 0, concrete.encrypt(publicKey, premaster));
  }

  @Override
  public Value decrypt(Value privateKey, @Nullable Version offered, Value encrypted) {
    String name = "decrypt/" + rsa(publicKey(privateKey));
    return ran(name, 0, concrete.decrypt(privateKey, offered, encrypted));
  }

  @Override
  public boolean decrypts(Value privateKey, Version offered, Value encrypted) {
    return concrete.decrypts(privateKey, offered, encrypted);
  }

  @Override
  public Value temporaryKey(Value secret) {
    return concrete.temporaryKey(secret);
  }

  private static Value publicKey(Value privateKey) {
    return privateKey instanceof PrivateKey key ? key.publicKey() : Octets.EMPTY;
  }

  private static String rsa(Value publicKey) {
    return "rsa_" + PublicKey.of(bytes(publicKey)).map(PublicKey::bits).orElse(0);
  }

  @Override
  public Value digest(Hash hash, ImmutableList<Structure> structures) {
    int octets = hashed.add(hash, structures);
    return ran(name("hash", hash), octets, concrete.digest(hash, structures));
  }

  @Override
  public Value extract(Hash hash, Value salt, Value input) {
    return hmac(hash, length(input), concrete.extract(hash, salt, input));
  }

  @Override
  public Value expandLabel(Hash hash, Value secret, String label, Value context) {
    return expandLabel(hash, secret, label, context, hash.length());
  }

  @Override
  public Value expandLabel(Hash hash, Value secret, String label, Value context, int length) {
    Value result = concrete.expandLabel(hash, secret, label, context, length);
    int text = Hashing.labelled(label, bytes(context), length).length + 1;
    if (made.add(result)) {
      for (int done = 0; done < length; done += hash.length()) {
        told(name("hmac", hash), done == 0 ? text : hash.length() + text, result);
      }
    }
    return result;
  }

  @Override
  public Value encode(Structure structure) {
    return concrete.encode(structure);
  }

  @Override
  public Value mac(Hash hash, Value key, Value text) {
    return hmac(hash, length(text), concrete.mac(hash, key, text));
  }

  @Override
  public Value prf(Hash hash, Value secret, String label, int length, ImmutableList<Value> seed) {
    Value result = concrete.prf(hash, secret, label, length, seed);
    int text = label.length() + seed.stream().mapToInt(Octets::length).sum();
    if (made.add(result)) {
      for (int done = 0; done < length; done += hash.length()) {
        told(name("hmac", hash), done == 0 ? text : hash.length(), result);
        told(name("hmac", hash), hash.length() + text, result);
      }
    }
    return result;
  }

  private Value hmac(Hash hash, int octets, Value result) {
    return ran(name("hmac", hash), octets, result);
  }

  private static String name(String what, Hash hash) {
    return what + "/" + hash.name().toLowerCase(ROOT);
  }

  @Override
  public Value sign(Value privateKey, SignatureScheme scheme, Content content) {
    String name = "sign/" + scheme + strength(publicKey(privateKey));
    return ran(name, 0, concrete.sign(privateKey, scheme, content));
  }

  @Override
  public boolean verifies(
      Value publicKey, SignatureScheme scheme, Content content, Value signature) {
    told("verify/" + scheme + strength(publicKey), 0, null);
    return concrete.verifies(publicKey, scheme, content, signature);
  }

  /** A scheme tells the strength of a key but for RSA, where it means the usual one. */
  private static String strength(Value publicKey) {
    return PublicKey.of(bytes(publicKey))
        .filter(key -> key.type().isRsa() && key.bits() != USUAL_RSA_BITS)
        .map(key -> "_" + key.bits())
        .orElse("");
  }

  @Override
  public Optional<Facts> facts(Value certificate) {
    return concrete.facts(certificate);
  }

  @Override
  public boolean certified(Value issuerKey, Value certificate) {
    X509.scheme((Octets) certificate)
        .ifPresent(scheme -> told("verify/" + scheme + strength(issuerKey), 0, null));
    return concrete.certified(issuerKey, certificate);
  }

  @Override
  public Optional<KeyType> keyType(Value publicKey) {
    return concrete.keyType(publicKey);
  }

  @Override
  public Optional<Status> status(Value response, Value certificate, Value issuerKey) {
    return concrete.status(response, certificate, issuerKey);
  }

  @Override
  public boolean statusSigned(Value key, Value response) {
    Ocsp.scheme(bytes(response))
        .ifPresent(scheme -> told("verify/" + scheme + strength(key), 0, null));
    return concrete.statusSigned(key, response);
  }

  @Override
  public Value compress(CompressionAlgorithm algorithm, Message.Certificate certificate) {
    int octets = Codec.encode(certificate).length;
    return ran("compress/" + algorithm, octets, concrete.compress(algorithm, certificate));
  }

  @Override
  public Optional<Message.Certificate> decompress(CompressionAlgorithm algorithm, Value content) {
    Optional<Message.Certificate> certificate = concrete.decompress(algorithm, content);
    int octets = certificate.map(each -> Codec.encode(each).length).orElse(length(content));
    told("decompress/" + algorithm, octets, null);
    return certificate;
  }

  @Override
  public Value seal(Value key, Content.SealedSession session) {
    String name = MeteredRecords.name("seal", TicketSealing.ALGORITHM);
    return ran(name, Codec.encode(session).length, concrete.seal(key, session));
  }

  @Override
  public Optional<Content.SealedSession> open(Value key, Value sealed) {
    told(MeteredRecords.name("open", TicketSealing.ALGORITHM), length(sealed), null);
    return concrete.open(key, sealed);
  }

  @Override
  public Value obfuscatedAge(Value age, Value ageAdd) {
    return concrete.obfuscatedAge(age, ageAdd);
  }

  @Override
  public boolean same(Value seen, Value expected) {
    return concrete.same(seen, expected);
  }

  @Override
  public RecordProtection protection(Keys keys) {
    RecordProtection protection = concrete.protection(keys);
    if (keys.suite().isFor13()) {
      // A key and a nonce are expanded from the traffic secret (RFC 8446 7.3).
      keyExpansion(keys.suite().hash(), "key");
      keyExpansion(keys.suite().hash(), "iv");
    }
    return new MeteredRecords(protection, keys.suite().cipher(), meter);
  }

  private void keyExpansion(Hash hash, String label) {
    told(name("hmac", hash), Hashing.labelled(label, new byte[0], 0).length + 1, null);
  }

  private Value ran(String name, int octets, Value result) {
    if (made.add(result)) {
      told(name, octets, result);
    }
    return result;
  }

  private void told(String name, int octets, @Nullable Value result) {
    meter.ran(new Operation(name, octets), result);
  }
}
