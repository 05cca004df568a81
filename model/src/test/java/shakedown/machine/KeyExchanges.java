package shakedown.machine;

import com.google.common.collect.ImmutableList;
import shakedown.handshake.OwnParameters;
import shakedown.handshake.PreSharedKey;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Hash;
import shakedown.wire.KeyExchange;
import shakedown.wire.KeyType;
import shakedown.wire.NamedGroup;

/** Two who speak TLS 1.2 by one key exchange, and have all that it wants. */
final class KeyExchanges {
  /** One for each key exchange. */
  static final ImmutableList<CipherSuite> SUITES =
      ImmutableList.of(
          CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_DHE_PSK_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256,
          CipherSuite.TLS_RSA_PSK_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_DH_anon_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_ECDH_anon_WITH_AES_128_CBC_SHA,
          CipherSuite.TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_RSA_EXPORT_WITH_DES40_CBC_SHA,
          CipherSuite.TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA);

  static final ImmutableList<CipherSuite> PRE_SHARED =
      SUITES.stream()
          .filter(suite -> suite.keyExchange().isPreShared())
          .collect(ImmutableList.toImmutableList());

  /** A pre-shared key, and something else. */
  static final CipherSuite[] OTHERS = {
    CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256
  };

  static final PreSharedKey KEY =
      new PreSharedKey(Term.of("psk identity"), Term.of("psk"), Hash.SHA256);

  private KeyExchanges() {}

  /** A client of an export suite that takes small fields, else no rule is waived. */
  static Pair of(CipherSuite suite) {
    Party client = speaking(Party.client12(), suite);
    boolean isSmall = suite.keyExchange() == KeyExchange.DHE_RSA_EXPORT;
    return new Pair(
        isSmall
            ? client
                .with(policy -> policy.withGroups(NamedGroup.X25519))
                .waiving(Rule.TLS12_DHE_PRIME_LARGE)
            : client,
        speaking(Party.server12(key(suite)), suite)
            .credited(all -> all.withOwn(OwnParameters.NONE.withExportField(Terms.small()))));
  }

  private static Party speaking(Party party, CipherSuite suite) {
    return party
        .without(Option.TICKETS)
        .with(policy -> policy.withSuites(suite))
        .with(
            policy ->
                policy.withGroups(NamedGroup.X25519, NamedGroup.SECP256R1, NamedGroup.FFDHE2048))
        .credited(all -> all.withPreShared(KEY));
  }

  private static KeyType key(CipherSuite suite) {
    return switch (suite.keyExchange()) {
      case ECDHE_ECDSA, ECDH_ECDSA, ECDH_RSA -> KeyType.ECDSA_P256;
      default -> KeyType.RSA;
    };
  }
}
