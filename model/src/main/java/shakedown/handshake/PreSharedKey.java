package shakedown.handshake;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.Crypto;
import shakedown.wire.Content.ImportedIdentity;
import shakedown.wire.Hash;
import shakedown.wire.Value;

/**
 * A key that both sides were given before (RFC 4279, RFC 8446 2.2, RFC 9257).
 *
 * @param identity what it is called on the wire
 * @param hash that TLS 1.3 uses it with (RFC 8446 4.2.11); no matter in TLS 1.2
 * @param binding whether it is used as it was given, or made from one of another use
 */
public record PreSharedKey(Value identity, Value key, Hash hash, Binding binding) implements Psk {
  /** One that is used as it was given. */
  public PreSharedKey(Value identity, Value key, Hash hash) {
    this(identity, key, hash, Binding.EXTERNAL);
  }

  @Override
  public Value psk() {
    return key;
  }

  /**
   * The same for one hash of TLS 1.3 and no other protocol (RFC 9258 5.1).
   *
   * @param about what both sides know of each other, so that neither can be taken for the other
   * @param target the hash of the suites that it is for
   */
  public PreSharedKey imported(Value about, Hash target, Crypto crypto) {
    var imported = new ImportedIdentity(identity, about, target);
    Value extracted = crypto.extract(hash, crypto.zeros(hash), key);
    Value digest = crypto.digest(hash, ImmutableList.of(imported));
    Value derived = crypto.expandLabel(hash, extracted, "derived psk", digest, target.length());
    return new PreSharedKey(crypto.encode(imported), derived, target, Binding.IMPORTED);
  }
}
