package shakedown.pki;

import java.util.Optional;
import shakedown.crypto.Crypto;
import shakedown.crypto.Facts;
import shakedown.wire.Value;

/** A certificate and what it says. */
public record Link(Value certificate, Facts facts) {
  static Optional<Link> of(Value certificate, Crypto crypto) {
    return crypto.facts(certificate).map(facts -> new Link(certificate, facts));
  }

  /** Whether its subject is by name the other's issuer. */
  boolean isAbove(Link other) {
    return facts.subject().name().equals(other.facts.issued().by());
  }
}
