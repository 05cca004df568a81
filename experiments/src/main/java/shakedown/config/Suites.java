package shakedown.config;

import static shakedown.wire.CipherSuite.TLS_AES_128_GCM_SHA256;
import static shakedown.wire.CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
import static shakedown.wire.CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256;
import static shakedown.wire.CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import shakedown.config.Variant.Exchange;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.KeyExchange;
import shakedown.wire.KeyType;
import shakedown.wire.Version;

/** Which cipher suites go with what. */
final class Suites {

  /** All that the model speaks. */
  static final ImmutableList<CipherSuite> ALL = Policy.of("").suites();

  private Suites() {}

  /** What servers choose where nothing speaks against it. */
  static CipherSuite usual(Version version, Exchange exchange, KeyType key) {
    if (version.equals(Version.TLS13)) {
      return TLS_AES_128_GCM_SHA256;
    }
    if (exchange == Exchange.RSA) {
      return TLS_RSA_WITH_AES_128_GCM_SHA256;
    }
    return key == KeyType.RSA
        ? TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
        : TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
  }

  /** The names of those that go with this version, exchange and key. */
  static String fitting(Variant variant) {
    return String.join(
        ", ",
        Iterables.transform(
            Iterables.filter(ALL, suite -> fits(suite, variant)), CipherSuite::toString));
  }

  static boolean fits(CipherSuite suite, Variant variant) {
    KeyExchange exchange = suite.keyExchange();
    return exchange.fits(variant.chain().keyType())
        && (exchange == KeyExchange.TLS13) == variant.version().equals(Version.TLS13)
        && (exchange == KeyExchange.RSA) == (variant.exchange() == Exchange.RSA);
  }
}
