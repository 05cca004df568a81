package shakedown.world;

import shakedown.handshake.Credentials;
import shakedown.handshake.PreSharedKey;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.Hash;
import shakedown.wire.Value;

/** A key that both parties were given before, where their suites want one (RFC 4279). */
final class PreSharing {
  private PreSharing() {}

  static Credentials of(Policy policy, Value identity, Value key) {
    return policy.suites().stream().anyMatch(PreSharing::wantsKey)
        ? Credentials.NONE.withPreShared(new PreSharedKey(identity, key, Hash.SHA256))
        : Credentials.NONE;
  }

  private static boolean wantsKey(CipherSuite suite) {
    return suite.isKnown() && suite.keyExchange().isPreShared();
  }
}
