package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * All that touches secrets, randomness or equality of values. One instance serves one session of
 * one endpoint.
 *
 * <p>Every operation is total: any check before it may be waived, so a point off the curve or a
 * garbled ciphertext gives a value, never an exception.
 */
public interface Crypto {
  // -- values from nowhere

  /** The value of this name in this session: the same name, the same value. */
  Value fresh(Kind kind, String label);

  /** The same for another handshake of this session, in which the same name is another value. */
  Crypto again();

  /** A server's random with a mark in it (RFC 8446 4.1.3). */
  Value random(Mark mark);

  boolean bears(Value random, Mark mark);

  /** As many zeros as the hash is long (RFC 8446 7.1). */
  Value zeros(Hash hash);

  /** A constant that everyone knows: what a missing message would have brought, an empty string. */
  Value absent(String label);

  /** Octets that everyone knows, written in hexadecimal: what a client always says. */
  Value octets(String hex);

  // -- key agreement: the offer, the answer, the end; wide enough for a KEM

  /** The public share of a secret. */
  Value share(Group group, Value secret);

  /** Whether this is an element of the group, and not one of small order (RFC 8446 4.2.8.2). */
  boolean isShare(Group group, Value share);

  /** The same of a second share, which is a ciphertext where the group has a KEM. */
  boolean isAnswer(Group group, Value share);

  /** The second share, and the secret that it makes with the first. */
  Answer answer(Group group, Value secret, Value share);

  /** The secret that one's own secret makes with the other's share. */
  Value agree(Group group, Value secret, Value share);

  /** What a finite field's shared secret is in TLS 1.2 (RFC 5246 8.1.2). */
  Value withoutLeadingZeros(Value shared);

  /** Whether the field is so large that nobody finds the secret behind a share (RFC 7919 3.1). */
  boolean isLarge(CustomGroup field);

  /** The share that a certificate's key is (RFC 4492 2.1). */
  Value fixedShare(Group group, Value publicKey);

  /** The secret behind the share that a certificate's key is (RFC 4492 2.1). */
  Value fixedSecret(Value privateKey);

  /**
   * The premaster secret with a pre-shared key (RFC 4279 2).
   *
   * @param other what else is shared; null where the key is all
   */
  Value preShared(@Nullable Value other, Value key);

  // -- key transport (RFC 5246 7.4.7.1)

  /** A premaster secret that begins with the version offered. */
  Value premaster(Version offered);

  Value encrypt(Value publicKey, Value premaster);

  /**
   * The premaster secret, or a random one if it does not decrypt to one of that version.
   *
   * @param offered null for any version
   */
  Value decrypt(Value privateKey, @Nullable Version offered, Value encrypted);

  /** Whether it decrypts to a premaster secret of that version: who tells this is an oracle. */
  boolean decrypts(Value privateKey, Version offered, Value encrypted);

  /** The public key, of 512 bits, that goes with this secret (RFC 2246 7.4.3). */
  Value temporaryKey(Value secret);

  // -- hashing and derivation

  Value digest(Hash hash, ImmutableList<Structure> structures);

  /** HKDF-Extract (RFC 5869 2.2). */
  Value extract(Hash hash, Value salt, Value input);

  /** HKDF-Expand-Label with the length of the hash (RFC 8446 7.1). */
  Value expandLabel(Hash hash, Value secret, String label, Value context);

  /**
   * HKDF-Expand-Label (RFC 8446 7.1).
   *
   * @param length in octets, at most 255 times that of the hash
   */
  Value expandLabel(Hash hash, Value secret, String label, Value context, int length);

  /** HMAC. */
  Value mac(Hash hash, Value key, Value text);

  /**
   * RFC 5246 5.
   *
   * @param length in octets
   */
  Value prf(Hash hash, Value secret, String label, int length, ImmutableList<Value> seed);

  /** A structure as one value: what its octets are. */
  Value encode(Structure structure);

  // -- signatures and certificates

  Value sign(Value privateKey, SignatureScheme scheme, Content content);

  boolean verifies(Value publicKey, SignatureScheme scheme, Content content, Value signature);

  /** What a certificate says; nothing if it is none. */
  Optional<Facts> facts(Value certificate);

  /** Whether the certificate is signed with this key. */
  boolean certified(Value issuerKey, Value certificate);

  /** The type of a raw public key (RFC 7250 3); nothing if it is none that is known. */
  Optional<KeyType> keyType(Value publicKey);

  /** What an OCSP response says of a certificate; nothing if it says nothing about it. */
  Optional<Status> status(Value response, Value certificate, Value issuerKey);

  /** Whether the OCSP response is signed with this key. */
  boolean statusSigned(Value key, Value response);

  /** RFC 8879 4: the length of the message and its octets compressed. */
  Value compress(CompressionAlgorithm algorithm, Message.Certificate certificate);

  /** Nothing if it is no compressed certificate message. */
  Optional<Message.Certificate> decompress(CompressionAlgorithm algorithm, Value content);

  // -- tickets

  Value seal(Value key, Content.SealedSession session);

  /** Nothing if it was not sealed with this key. */
  Optional<Content.SealedSession> open(Value key, Value sealed);

  /**
   * RFC 8446 4.2.11.1.
   *
   * @param age in milliseconds since the ticket came
   */
  Value obfuscatedAge(Value age, Value ageAdd);

  // -- the only equality

  boolean same(Value seen, Value expected);
}
