package shakedown.policy.openssl;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Comparator;
import java.util.function.Predicate;
import shakedown.policy.openssl.Traits.Authentication;
import shakedown.policy.openssl.Traits.Since;
import shakedown.wire.KeyExchange;

/**
 * What a cipher string has selected so far.
 *
 * @param chosen best first
 * @param idle in the order in which they would be chosen
 */
record CipherList(ImmutableList<Traits> chosen, ImmutableList<Traits> idle) {

  /** Nothing is chosen, and the idle are in OpenSSL's own order of preference. */
  static final CipherList START = byPreference();

  private static CipherList byPreference() {
    CipherList byExchange =
        new CipherList(ImmutableList.of(), Traits.ALL)
            .add(each -> each.exchange() == KeyExchange.ECDHE_ECDSA)
            .add(Traits::isEcdhe)
            .remove(Traits::isEcdhe);
    return byExchange
        .add(Traits::isGcm)
        .add(Traits::isChacha20)
        .add(Traits::isAes)
        .add(each -> true)
        .last(each -> each.authentication() == Authentication.NULL)
        .last(each -> each.exchange() == KeyExchange.RSA)
        .last(each -> each.exchange() == KeyExchange.PSK)
        .byStrength()
        .first(each -> each.since() == Since.TLS12)
        .first(each -> each.cipher().isAead())
        .first(each -> each.isDhe() || each.isEcdhe())
        .first(each -> each.cipher().isAead() && (each.isDhe() || each.isEcdhe()))
        .remove(each -> true);
  }

  /** Chooses more, after what is chosen. */
  CipherList add(Predicate<Traits> which) {
    return new CipherList(joined(chosen, matching(idle, which)), matching(idle, which.negate()));
  }

  /** Moves of the chosen to the end. */
  CipherList last(Predicate<Traits> which) {
    return new CipherList(joined(matching(chosen, which.negate()), matching(chosen, which)), idle);
  }

  private CipherList first(Predicate<Traits> which) {
    return new CipherList(joined(matching(chosen, which), matching(chosen, which.negate())), idle);
  }

  /** Chooses no longer; what is removed last is the first to come back. */
  CipherList remove(Predicate<Traits> which) {
    return new CipherList(matching(chosen, which.negate()), joined(matching(chosen, which), idle));
  }

  /** Chooses never again. */
  CipherList kill(Predicate<Traits> which) {
    return new CipherList(matching(chosen, which.negate()), matching(idle, which.negate()));
  }

  CipherList byStrength() {
    return new CipherList(
        chosen.stream()
            .sorted(Comparator.comparingInt(Traits::strength).reversed())
            .collect(toImmutableList()),
        idle);
  }

  private static ImmutableList<Traits> matching(
      ImmutableList<Traits> all, Predicate<Traits> which) {
    return all.stream().filter(which).collect(toImmutableList());
  }

  private static ImmutableList<Traits> joined(
      ImmutableList<Traits> first, ImmutableList<Traits> second) {
    return ImmutableList.copyOf(Iterables.concat(first, second));
  }
}
