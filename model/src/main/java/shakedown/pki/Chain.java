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

  /** Whether each certificate is issued by the next, and the last by an anchor (RFC 5280 6.1). */
  public boolean reaches(Trust trust, Crypto crypto) {
    for (int i = 0; i + 1 < certificates.size(); i++) {
      if (!isIssued(certificates.get(i), certificates.get(i + 1), crypto)) {
        return false;
      }
    }
    Value last = certificates.getLast();
    return trust.anchors().stream()
        .anyMatch(anchor -> crypto.same(last, anchor) || isIssued(last, anchor, crypto));
  }

  /** Whether every certificate holds at the instant of validation (RFC 5280 6.1.3). */
  public boolean isCurrent(Trust trust, Crypto crypto) {
    return certificates.stream()
        .allMatch(
            each ->
                crypto
                    .facts(each)
                    .filter(facts -> facts.validity().contains(trust.instant()))
                    .isPresent());
  }

  /** Whether the leaf names this host; a wildcard is one whole label, leftmost (RFC 9525 6.3). */
  public boolean isFor(String host) {
    int dot = host.indexOf('.');
    String wildcard = dot > 0 ? "*" + host.substring(dot) : host;
    return leaf.names().stream().anyMatch(name -> name.equals(host) || name.equals(wildcard));
  }

  private static boolean isIssued(Value certificate, Value issuer, Crypto crypto) {
    Optional<Facts> below = crypto.facts(certificate);
    return below.isPresent()
        && crypto
            .facts(issuer)
            .filter(above -> above.authority() && above.subject().equals(below.get().issuer()))
            .filter(above -> crypto.certified(above.publicKey(), certificate))
            .isPresent();
  }
}
