package shakedown.crypto;

import static shakedown.wire.Octets.bytes;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Content;
import shakedown.wire.CustomGroup;
import shakedown.wire.Group;
import shakedown.wire.Hash;
import shakedown.wire.KeyType;
import shakedown.wire.Kind;
import shakedown.wire.Message;
import shakedown.wire.Octets;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Structure;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * The algebra of octets, with the cryptography of Bouncy Castle. Every random value comes from the
 * seed: the same seed, the same octets.
 */
public final class Concrete implements Crypto, Records {
  private static final byte[] DOWNGRADE = HexFormat.of().parseHex("444f574e47524401");
  private static final int AGE_LENGTH = 4;

  /** Below, a client must refuse (RFC 7919 3.1). */
  private static final int LEAST_FIELD_BITS = 768;

  private final Seed seed;
  private final Framing framing;

  public Concrete(Seed seed) {
    this(seed, Framing.STREAM);
  }

  Concrete(Seed seed, Framing framing) {
    this.seed = seed;
    this.framing = framing;
  }

  /** Whether it protects records: it knows the suite, and no published attack needs it. */
  public static boolean speaks(CipherSuite suite) {
    return suite.isKnown() && !suite.isWeak();
  }

  @Override
  public Value fresh(Kind kind, String label) {
    return Octets.of(seed.octets(kind + "/" + label, length(kind)));
  }

  @Override
  public Concrete again() {
    return new Concrete(seed.again());
  }

  /** In octets. A secret is as long as the longest that any use of it wants. */
  static int length(Kind kind) {
    return switch (kind) {
      case SECRET -> 48;
      case TICKET_AGE -> AGE_LENGTH;
      case NONCE -> 8;
      default -> 32;
    };
  }

  @Override
  public Value random(Mark mark) {
    byte[] random = bytes(fresh(Kind.RANDOM, "server_random"));
    return switch (mark) {
      case NONE -> Octets.of(random);
      case TLS12 ->
          Octets.of(
              Hashing.concat(Arrays.copyOf(random, random.length - DOWNGRADE.length), DOWNGRADE));
    };
  }

  @Override
  public boolean bears(Value random, Mark mark) {
    byte[] octets = bytes(random);
    int start = Math.max(0, octets.length - DOWNGRADE.length);
    boolean marked = Arrays.equals(Arrays.copyOfRange(octets, start, octets.length), DOWNGRADE);
    return marked == (mark == Mark.TLS12);
  }

  @Override
  public Value zeros(Hash hash) {
    return Octets.of(new byte[hash.length()]);
  }

  @Override
  public Value absent(String label) {
    return Octets.EMPTY;
  }

  @Override
  public Value octets(String hex) {
    return Octets.of(HexFormat.of().parseHex(hex));
  }

  @Override
  public Value share(Group group, Value secret) {
    return Octets.of(Groups.of(group).share(bytes(secret)));
  }

  @Override
  public boolean isShare(Group group, Value share) {
    return Groups.of(group).isShare(bytes(share));
  }

  @Override
  public boolean isAnswer(Group group, Value share) {
    return Groups.of(group).isAnswer(bytes(share));
  }

  @Override
  public Answer answer(Group group, Value secret, Value share) {
    return Groups.of(group).answer(bytes(secret), bytes(share));
  }

  @Override
  public Value agree(Group group, Value secret, Value share) {
    return Octets.of(Groups.of(group).agree(bytes(secret), bytes(share)));
  }

  @Override
  public Value withoutLeadingZeros(Value shared) {
    byte[] octets = bytes(shared);
    int zeros = 0;
    while (zeros < octets.length && octets[zeros] == 0) {
      zeros++;
    }
    return ((Octets) shared).slice(zeros, octets.length);
  }

  @Override
  public boolean isLarge(CustomGroup field) {
    return new BigInteger(1, bytes(field.prime())).bitLength() >= LEAST_FIELD_BITS;
  }

  /** Empty, since no published suite that needs it is spoken here. */
  @Override
  public Value fixedShare(Group group, Value publicKey) {
    return Octets.EMPTY;
  }

  @Override
  public Value fixedSecret(Value privateKey) {
    return Octets.EMPTY;
  }

  @Override
  public Value preShared(@Nullable Value other, Value key) {
    byte[] known = bytes(key);
    return Octets.of(
        KeyTransport.joined(other == null ? new byte[known.length] : bytes(other), known));
  }

  @Override
  public Value premaster(Version offered) {
    byte[] random = seed.octets("premaster", KeyTransport.PREMASTER_LENGTH);
    return Octets.of(KeyTransport.premaster(framing.onWire(offered), random));
  }

  /** Empty, which no one can decrypt, if the key is no RSA key. */
  @Override
  public Value encrypt(Value publicKey, Value premaster) {
    return PublicKey.of(bytes(publicKey))
        .filter(key -> key.type() == KeyType.RSA)
        .map(key -> KeyTransport.encrypt(key.key(), bytes(premaster), padding(key, premaster)))
        .map(Octets::of)
        .orElse(Octets.EMPTY);
  }

  private byte[] padding(PublicKey key, Value premaster) {
    return seed.octets("premaster padding", bytes(premaster), Rsa.length(key.key()));
  }

  @Override
  public Value decrypt(Value privateKey, @Nullable Version offered, Value encrypted) {
    byte[] octets = bytes(encrypted);
    byte[] other = seed.octets("other premaster", octets, KeyTransport.PREMASTER_LENGTH);
    return Octets.of(decrypt(privateKey, offered, octets, other));
  }

  /** What does not decrypt is another secret in its place. */
  @Override
  public boolean decrypts(Value privateKey, Version offered, Value encrypted) {
    byte[] octets = bytes(encrypted);
    byte[] zeros = new byte[KeyTransport.PREMASTER_LENGTH];
    byte[] others = seed.octets("other premaster", octets, KeyTransport.PREMASTER_LENGTH);
    return Arrays.equals(
        decrypt(privateKey, offered, octets, zeros), decrypt(privateKey, offered, octets, others));
  }

  private byte[] decrypt(
      Value privateKey, @Nullable Version offered, byte[] encrypted, byte[] other) {
    Version told = offered == null ? null : framing.onWire(offered);
    return privateKey instanceof PrivateKey key && key.type() == KeyType.RSA
        ? KeyTransport.decrypt(key.key(), told, encrypted, other)
        : other;
  }

  /** Of no use, since no suite that needs it is spoken here. */
  @Override
  public Value temporaryKey(Value secret) {
    return KeyTransport.NO_TEMPORARY_KEY;
  }

  @Override
  public Value digest(Hash hash, ImmutableList<Structure> structures) {
    return Octets.of(Hashing.digest(hash, framing.transcript(structures)));
  }

  @Override
  public Value extract(Hash hash, Value salt, Value input) {
    return Octets.of(Hashing.hmac(hash, bytes(salt), bytes(input)));
  }

  @Override
  public Value expandLabel(Hash hash, Value secret, String label, Value context) {
    return expandLabel(hash, secret, label, context, hash.length());
  }

  @Override
  public Value expandLabel(Hash hash, Value secret, String label, Value context, int length) {
    String full = framing.prefix() + label;
    return Octets.of(Hashing.expandFullLabel(hash, bytes(secret), full, bytes(context), length));
  }

  @Override
  public Value encode(Structure structure) {
    return Octets.of(framing.encode(structure));
  }

  @Override
  public Value mac(Hash hash, Value key, Value text) {
    return Octets.of(Hashing.hmac(hash, bytes(key), bytes(text)));
  }

  @Override
  public Value prf(Hash hash, Value secret, String label, int length, ImmutableList<Value> seed) {
    byte[] whole = Hashing.concat(seed.stream().map(Octets::bytes).toArray(byte[][]::new));
    return Octets.of(Hashing.prf(hash, bytes(secret), label, whole, length));
  }

  /** Empty, which no one accepts, where the key doesn't fit the scheme. */
  @Override
  public Value sign(Value privateKey, SignatureScheme scheme, Content content) {
    byte[] octets = framing.encode(content);
    return privateKey instanceof PrivateKey key
        ? Octets.of(
            Signatures.sign(key, scheme, octets, length -> seed.octets("salt", octets, length)))
        : Octets.EMPTY;
  }

  @Override
  public boolean verifies(
      Value publicKey, SignatureScheme scheme, Content content, Value signature) {
    return Signatures.verifies(bytes(publicKey), scheme, framing.encode(content), bytes(signature));
  }

  @Override
  public Optional<Facts> facts(Value certificate) {
    return X509.facts((Octets) certificate);
  }

  @Override
  public boolean certified(Value issuerKey, Value certificate) {
    return X509.certified((Octets) issuerKey, (Octets) certificate);
  }

  @Override
  public Optional<KeyType> keyType(Value publicKey) {
    return PublicKey.of(bytes(publicKey)).map(PublicKey::type);
  }

  @Override
  public Optional<Status> status(Value response, Value certificate, Value issuerKey) {
    return Ocsp.status(bytes(response), bytes(certificate), bytes(issuerKey));
  }

  @Override
  public boolean statusSigned(Value key, Value response) {
    return Ocsp.isSigned(bytes(key), bytes(response));
  }

  @Override
  public Value compress(CompressionAlgorithm algorithm, Message.Certificate certificate) {
    return Octets.of(CertificateCompression.compress(algorithm, certificate));
  }

  @Override
  public Optional<Message.Certificate> decompress(CompressionAlgorithm algorithm, Value content) {
    return CertificateCompression.decompress(algorithm, bytes(content));
  }

  @Override
  public Value seal(Value key, Content.SealedSession session) {
    return Octets.of(new TicketSealing(bytes(key)).seal(session));
  }

  @Override
  public Optional<Content.SealedSession> open(Value key, Value sealed) {
    return new TicketSealing(bytes(key)).open(bytes(sealed));
  }

  /** Both are numbers of 32 bits, and wrap around. */
  @Override
  public Value obfuscatedAge(Value age, Value ageAdd) {
    BigInteger sum = new BigInteger(1, bytes(age)).add(new BigInteger(1, bytes(ageAdd)));
    BigInteger wrapped = sum.mod(BigInteger.ONE.shiftLeft(Byte.SIZE * AGE_LENGTH));
    return Octets.of(BigIntegers.asUnsignedByteArray(AGE_LENGTH, wrapped));
  }

  @Override
  public boolean same(Value seen, Value expected) {
    return MessageDigest.isEqual(bytes(seen), bytes(expected));
  }

  @Override
  public RecordProtection protection(Keys keys) {
    return RecordProtection.of(keys);
  }
}
