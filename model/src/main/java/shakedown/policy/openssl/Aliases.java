package shakedown.policy.openssl;

import com.google.common.collect.ImmutableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import shakedown.policy.openssl.Traits.Authentication;
import shakedown.policy.openssl.Traits.Since;
import shakedown.wire.KeyExchange;

/** The words of a cipher string that stand for many suites (openssl-ciphers(1)). */
final class Aliases {

  private static final ImmutableMap<String, Predicate<Traits>> KNOWN =
      ImmutableMap.<String, Predicate<Traits>>builder()
          .put("ALL", each -> !each.isNull())
          .put("COMPLEMENTOFALL", Traits::isNull)
          .put("COMPLEMENTOFDEFAULT", each -> !each.isDefault() && !each.isNull())
          .putAll(exchanges())
          .putAll(authentications())
          .putAll(ciphers())
          .putAll(macs())
          .putAll(classes())
          .buildOrThrow();

  private Aliases() {}

  /** What a word selects: an alias, or the one suite of this name; null if it is unknown. */
  static @Nullable Predicate<Traits> find(String word) {
    Predicate<Traits> alias = KNOWN.get(word);
    if (alias != null) {
      return alias;
    }
    return Traits.ALL.stream().anyMatch(each -> each.has(word)) ? each -> each.has(word) : null;
  }

  /** All words, as suggestions. */
  static Iterable<String> words() {
    return KNOWN.keySet();
  }

  private static ImmutableMap<String, Predicate<Traits>> exchanges() {
    Predicate<Traits> named = each -> each.authentication() != Authentication.NULL;
    Predicate<Traits> dhe = Traits::isDhe;
    Predicate<Traits> ecdhe = Traits::isEcdhe;
    return ImmutableMap.<String, Predicate<Traits>>builder()
        .put("kRSA", by(KeyExchange.RSA))
        .put("RSA", by(KeyExchange.RSA))
        .put("kEDH", dhe)
        .put("kDHE", dhe)
        .put("DH", dhe)
        .put("EDH", dhe.and(named))
        .put("DHE", dhe.and(named))
        .put("ADH", by(KeyExchange.DH_ANON))
        .put("kEECDH", ecdhe)
        .put("kECDHE", ecdhe)
        .put("ECDH", ecdhe)
        .put("EECDH", ecdhe.and(named))
        .put("ECDHE", ecdhe.and(named))
        .put("AECDH", by(KeyExchange.ECDH_ANON))
        .put("kPSK", by(KeyExchange.PSK))
        .put("kRSAPSK", by(KeyExchange.RSA_PSK))
        .put("kDHEPSK", by(KeyExchange.DHE_PSK))
        .put("kECDHEPSK", by(KeyExchange.ECDHE_PSK))
        .put("PSK", each -> each.exchange().isPreShared())
        .put("kSRP", Aliases::none)
        .put("SRP", Aliases::none)
        .put("kGOST", Aliases::none)
        .buildOrThrow();
  }

  private static ImmutableMap<String, Predicate<Traits>> authentications() {
    return ImmutableMap.<String, Predicate<Traits>>builder()
        .put("aRSA", by(Authentication.RSA))
        .put("aECDSA", by(Authentication.ECDSA))
        .put("ECDSA", by(Authentication.ECDSA))
        .put("aPSK", by(Authentication.PSK))
        .put("aNULL", by(Authentication.NULL))
        .put("aDSS", Aliases::none)
        .put("DSS", Aliases::none)
        .put("aSRP", Aliases::none)
        .put("aGOST", Aliases::none)
        .put("aGOST01", Aliases::none)
        .put("aGOST12", Aliases::none)
        .buildOrThrow();
  }

  private static ImmutableMap<String, Predicate<Traits>> ciphers() {
    return ImmutableMap.<String, Predicate<Traits>>builder()
        .put("AES", Traits::isAes)
        .put("AES128", each -> each.isAes() && each.strength() == 128)
        .put("AES256", each -> each.isAes() && each.strength() == 256)
        .put("AESGCM", Traits::isGcm)
        .put("AESCCM", Traits::isCcm)
        .put("AESCCM8", Traits::isCcm8)
        .put("CHACHA20", Traits::isChacha20)
        .put("NULL", Traits::isNull)
        .put("eNULL", Traits::isNull)
        .put("3DES", Aliases::none)
        .put("RC4", Aliases::none)
        .put("RC2", Aliases::none)
        .put("IDEA", Aliases::none)
        .put("SEED", Aliases::none)
        .put("CAMELLIA", Aliases::none)
        .put("CAMELLIA128", Aliases::none)
        .put("CAMELLIA256", Aliases::none)
        .put("ARIA", Aliases::none)
        .put("ARIA128", Aliases::none)
        .put("ARIA256", Aliases::none)
        .put("ARIAGCM", Aliases::none)
        .put("CBC", each -> !each.cipher().isAead() && !each.isNull())
        .buildOrThrow();
  }

  private static ImmutableMap<String, Predicate<Traits>> macs() {
    return ImmutableMap.<String, Predicate<Traits>>builder()
        .put("MD5", Aliases::none)
        .put("SHA1", each -> each.hasMac("SHA"))
        .put("SHA", each -> each.hasMac("SHA"))
        .put("SHA256", each -> each.hasMac("SHA256"))
        .put("SHA384", each -> each.hasMac("SHA384"))
        .put("GOST94", Aliases::none)
        .put("GOST89MAC", Aliases::none)
        .put("GOST12", Aliases::none)
        .buildOrThrow();
  }

  private static ImmutableMap<String, Predicate<Traits>> classes() {
    return ImmutableMap.<String, Predicate<Traits>>builder()
        .put("SSLv3", each -> each.since() == Since.SSL3)
        .put("TLSv1", each -> each.since() == Since.TLS1)
        .put("TLSv1.0", each -> each.since() == Since.TLS1)
        .put("TLSv1.2", each -> each.since() == Since.TLS12)
        .put("LOW", Aliases::none)
        .put("MEDIUM", Aliases::none)
        .put("HIGH", each -> !each.isNull())
        .put("FIPS", each -> each.isAes() && !each.isCcm())
        .buildOrThrow();
  }

  private static Predicate<Traits> by(KeyExchange exchange) {
    return each -> each.exchange() == exchange;
  }

  private static Predicate<Traits> by(Authentication authentication) {
    return each -> each.authentication() == authentication;
  }

  /** A word of OpenSSL for suites that the model lacks. */
  private static boolean none(Traits suite) {
    return false;
  }
}
