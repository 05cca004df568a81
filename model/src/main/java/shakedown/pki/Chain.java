package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.crypto.Facts;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/**
 * Certificates as they came, leaf first, and what the leaf says.
 *
 * @param staple the leaf's; null where none was asked for
 */
public record Chain(ImmutableList<Value> certificates, Facts leaf, @Nullable Staple staple)
    implements Evidence {
  /** Nothing if there is no leaf, or it is no certificate. */
  public static Optional<Chain> of(ImmutableList<Value> certificates, Crypto crypto) {
    return certificates.stream()
        .findFirst()
        .flatMap(crypto::facts)
        .map(leaf -> new Chain(certificates, leaf, null));
  }

  @Override
  public Value publicKey() {
    return leaf.publicKey();
  }

  @Override
  public KeyType keyType() {
    return leaf.keyType();
  }

  @Override
  public String name(Trust trust, Crypto crypto) {
    return leaf.subject().name();
  }

  /**
   * The same with what came where an OCSP response was asked for.
   *
   * @param response null if none came
   */
  public Chain withStaple(@Nullable Value response) {
    return new Chain(certificates, leaf, new Staple(response));
  }
}
