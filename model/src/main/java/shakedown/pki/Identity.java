package shakedown.pki;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.wire.CertificateType;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/**
 * Who an endpoint is: a chain, leaf first, and the leaf's key; or that key alone.
 *
 * @param type of what it shows
 * @param chain without the root, which the peer has; of a raw public key, it alone (RFC 7250 3)
 * @param staple an OCSP response about the leaf; null if there is none
 */
public record Identity(
    CertificateType type,
    ImmutableList<Value> chain,
    Value privateKey,
    KeyType keyType,
    @Nullable Value staple) {
  /** With a chain. */
  public Identity(ImmutableList<Value> chain, Value privateKey, KeyType keyType) {
    this(CertificateType.X509, chain, privateKey, keyType, null);
  }

  /** With a key and no certificate. */
  public static Identity of(Value publicKey, Value privateKey, KeyType keyType) {
    return new Identity(
        CertificateType.RAW_PUBLIC_KEY, ImmutableList.of(publicKey), privateKey, keyType, null);
  }

  /** Whom it shows this to be, to those who trust alike. */
  public String name(Trust trust, Crypto crypto) {
    return Evidence.of(type, chain, crypto)
        .map(shown -> shown.name(trust, crypto))
        .orElse("nobody");
  }

  public Identity withStaple(@Nullable Value other) {
    return new Identity(type, chain, privateKey, keyType, other);
  }
}
