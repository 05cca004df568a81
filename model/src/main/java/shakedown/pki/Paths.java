package shakedown.pki;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import shakedown.crypto.Crypto;
import shakedown.wire.Value;

/**
 * All ways to read what a peer sent, the trusted first. But for the leaf, its certificates may be
 * in any order, and some of no use (RFC 8446 4.4.2); an authority may be certified twice. Only
 * names are looked at, and what is looked at is bounded, whatever a peer sends.
 */
final class Paths {
  /** More certificates than any real chain has; those after them are not looked at. */
  static final int MOST_CERTIFICATES = 16;

  /** Each may cost as many signatures as it has links. */
  static final int MOST_PATHS = 8;

  private static final int MOST_STEPS = 256;

  private final ImmutableList<Link> sent;
  private final ImmutableList<Link> anchors;
  private final Crypto crypto;
  private final List<CertificationPath> trusted = new ArrayList<>();
  private final List<CertificationPath> loose = new ArrayList<>();
  private int steps;

  private Paths(ImmutableList<Link> sent, ImmutableList<Link> anchors, Crypto crypto) {
    this.sent = sent;
    this.anchors = anchors;
    this.crypto = crypto;
  }

  /** At least one. */
  static ImmutableList<CertificationPath> of(Chain chain, Trust trust, Crypto crypto) {
    Link leaf = new Link(chain.certificates().getFirst(), chain.leaf());
    ImmutableList<Link> anchors = links(trust.anchors().stream(), crypto);
    if (anchors.stream().anyMatch(anchor -> isSame(anchor, leaf, crypto))) {
      return ImmutableList.of(CertificationPath.direct(leaf));
    }
    Stream<Value> others = chain.certificates().stream().skip(1).limit(MOST_CERTIFICATES - 1);
    Paths paths =
        new Paths(distinct(links(others, crypto), anchors, leaf, crypto), anchors, crypto);
    paths.follow(ImmutableList.of(leaf));
    return ImmutableList.<CertificationPath>builder()
        .addAll(paths.trusted)
        .addAll(paths.loose)
        .build()
        .stream()
        .limit(MOST_PATHS)
        .collect(toImmutableList());
  }

  private static ImmutableList<Link> links(Stream<Value> certificates, Crypto crypto) {
    return certificates
        .flatMap(certificate -> Link.of(certificate, crypto).stream())
        .collect(toImmutableList());
  }

  /** Without what was sent twice, or need not have been sent. */
  private static ImmutableList<Link> distinct(
      ImmutableList<Link> sent, ImmutableList<Link> anchors, Link leaf, Crypto crypto) {
    List<Link> kept = new ArrayList<>();
    for (Link link : sent) {
      if (Stream.of(kept, anchors, List.of(leaf))
          .flatMap(List::stream)
          .noneMatch(known -> isSame(known, link, crypto))) {
        kept.add(link);
      }
    }
    return ImmutableList.copyOf(kept);
  }

  private static boolean isSame(Link one, Link other, Crypto crypto) {
    return crypto.same(one.certificate(), other.certificate());
  }

  private void follow(ImmutableList<Link> soFar) {
    Link last = soFar.getLast();
    boolean ends = true;
    for (Link anchor : anchors) {
      if (anchor.isAbove(last)) {
        trusted.add(CertificationPath.anchored(soFar, anchor));
        ends = false;
      }
    }
    for (Link next : sent) {
      if (next.isAbove(last) && !isOn(soFar, next) && steps++ < MOST_STEPS) {
        follow(ImmutableList.<Link>builder().addAll(soFar).add(next).build());
        ends = false;
      }
    }
    if (ends) {
      loose.add(CertificationPath.loose(soFar));
    }
  }

  private boolean isOn(ImmutableList<Link> path, Link link) {
    return path.stream().anyMatch(each -> isSame(each, link, crypto));
  }
}
