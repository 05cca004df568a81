package shakedown.pki;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.crypto.Facts;
import shakedown.crypto.Status;
import shakedown.rules.Rule;

/**
 * What is wrong with a chain: the rule that it breaks first, and where.
 *
 * @param place of the certificate on the path, from 0 for the leaf
 * @param staple what came with the leaf
 */
public record Fault(Rule rule, CertificationPath path, int place, @Nullable Staple staple) {
  /** What the certificate says that breaks the rule. */
  public Facts certificate() {
    return path.at(place);
  }

  /** What the staple says about the leaf. */
  Optional<Status> status(Crypto crypto) {
    return path.issuers().stream()
        .findFirst()
        .flatMap(
            issuer ->
                staple == null
                    ? Optional.empty()
                    : staple.status(path.links().getFirst(), issuer, crypto));
  }
}
