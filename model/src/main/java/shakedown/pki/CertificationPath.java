package shakedown.pki;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.Facts;

/**
 * One way that a chain can be read: each certificate issued by the next, by their names.
 *
 * @param links leaf first, without the anchor unless the leaf itself is trusted
 * @param issuers what is known of each link's issuer; the last has none here if it is itself
 *     trusted, or nobody knows it
 * @param trusted whether it ends at an anchor
 */
public record CertificationPath(
    ImmutableList<Link> links, ImmutableList<Facts> issuers, boolean trusted) {
  Facts leaf() {
    return at(0);
  }

  Facts at(int place) {
    return links.get(place).facts();
  }

  int length() {
    return links.size();
  }

  static CertificationPath anchored(ImmutableList<Link> links, Link anchor) {
    return new CertificationPath(
        links,
        ImmutableList.<Facts>builder().addAll(issuersIn(links)).add(anchor.facts()).build(),
        true);
  }

  /** Of a leaf that is an anchor. */
  static CertificationPath direct(Link leaf) {
    return new CertificationPath(ImmutableList.of(leaf), ImmutableList.of(), true);
  }

  static CertificationPath loose(ImmutableList<Link> links) {
    return new CertificationPath(links, issuersIn(links), false);
  }

  private static ImmutableList<Facts> issuersIn(ImmutableList<Link> links) {
    return links.stream().skip(1).map(Link::facts).collect(ImmutableList.toImmutableList());
  }
}
