package shakedown.world;

import com.google.common.collect.ImmutableMap;
import shakedown.adversary.Network;
import shakedown.policy.Policy;
import shakedown.rules.Rules;
import shakedown.wire.KeyType;
import shakedown.wire.Version;

/** Scenarios made by code. */
final class Scenarios {
  private static final String HOST = "server.example";

  private Scenarios() {}

  static Scenario tls13() {
    Policy policy = Policy.of(HOST).withVersions(Version.TLS13);
    return of("tls13", policy, policy);
  }

  static Scenario of(String name, Policy client, Policy server) {
    return new Scenario(
        name,
        "?",
        "",
        new Party(client, Rules.RFC),
        new Party(server, Rules.RFC),
        KeyType.ECDSA_P256,
        Resumption.NONE,
        Network.CLOSING,
        ImmutableMap.of());
  }
}
