package shakedown.pki;

import shakedown.crypto.Facts;
import shakedown.rules.Rule;

/**
 * What is wrong with a chain: the rule that it breaks first, and where.
 *
 * @param place of the certificate on the path, from 0 for the leaf
 */
public record Fault(Rule rule, Path path, int place) {
  /** What the certificate says that breaks the rule. */
  public Facts certificate() {
    return path.at(place);
  }
}
