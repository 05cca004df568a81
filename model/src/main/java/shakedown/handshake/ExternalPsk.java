package shakedown.handshake;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.Crypto;
import shakedown.wire.Content.ImportedIdentity;
import shakedown.wire.Hash;
import shakedown.wire.Value;

/** A key that two endpoints were given outside of TLS (RFC 8446 2.2, RFC 9257). */
public record ExternalPsk(Value identity, Value psk, Hash hash, Binding binding)
    implements PreSharedKey {
  /** A key that is used as it is. */
  public static ExternalPsk of(Value identity, Value psk, Hash hash) {
    return new ExternalPsk(identity, psk, hash, Binding.EXTERNAL);
  }

  /**
   * A key that is made for one hash of TLS 1.3 from one of any use (RFC 9258 5.1).
   *
   * @param external the key with its own identity and hash
   * @param about what both sides know of each other, so that neither can be taken for the other
   * @param target the hash of the suites that it is for
   */
  public static ExternalPsk imported(
      ExternalPsk external, Value about, Hash target, Crypto crypto) {
    var identity = new ImportedIdentity(external.identity(), about, target);
    Hash own = external.hash();
    Value extracted = crypto.extract(own, crypto.zeros(own), external.psk());
    Value digest = crypto.digest(own, ImmutableList.of(identity));
    Value derived = crypto.expandLabel(own, extracted, "derived psk", digest, target.length());
    return new ExternalPsk(crypto.encode(identity), derived, target, Binding.IMPORTED);
  }
}
