package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.crypto.Crypto;
import shakedown.crypto.Facts;
import shakedown.wire.Value;

/** Certificates as they came, leaf first, and what the leaf says. */
public record Chain(ImmutableList<Value> certificates, Facts leaf) {
  /** Nothing if there is no leaf, or it is no certificate. */
  public static Optional<Chain> of(ImmutableList<Value> certificates, Crypto crypto) {
    return certificates.stream()
        .findFirst()
        .flatMap(crypto::facts)
        .map(leaf -> new Chain(certificates, leaf));
  }
}
