package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.crypto.Crypto;
import shakedown.wire.CertificateType;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/** What a peer shows of who it is (RFC 8446 4.4.2): a chain, or a key alone. */
public sealed interface Evidence permits Chain, BareKey {
  /** Nothing if there is nothing, or the first is not of this type. */
  static Optional<Evidence> of(
      CertificateType type, ImmutableList<Value> certificates, Crypto crypto) {
    return type.equals(CertificateType.RAW_PUBLIC_KEY)
        ? certificates.stream()
            .findFirst()
            .flatMap(key -> crypto.keyType(key).map(its -> new BareKey(key, its)))
        : Chain.of(certificates, crypto).map(chain -> chain);
  }

  /** That the peer is to show that it holds. */
  Value publicKey();

  KeyType keyType();

  /** Whom it names, or for whose it is known. */
  String name(Trust trust, Crypto crypto);
}
