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

  static Scenario full(Version version) {
    Policy policy = Policy.of(HOST).withVersions(version);
    return new Scenario(
        version + " full",
        "?",
        "",
        new Party(policy, Rules.RFC),
        new Party(policy, Rules.RFC),
        KeyType.ECDSA_P256,
        Resumption.NONE,
        Network.CLOSING,
        ImmutableMap.of());
  }

  static Scenario withRules(Scenario scenario, Rules client, Rules server) {
    return new Scenario(
        scenario.name(),
        scenario.question(),
        scenario.reference(),
        new Party(scenario.client().policy(), client),
        new Party(scenario.server().policy(), server),
        scenario.keyType(),
        scenario.resumption(),
        scenario.network(),
        scenario.expect());
  }

  static Scenario over(Network network, Scenario scenario) {
    return new Scenario(
        scenario.name(),
        scenario.question(),
        scenario.reference(),
        scenario.client(),
        scenario.server(),
        scenario.keyType(),
        scenario.resumption(),
        network,
        scenario.expect());
  }

  static Scenario expecting(Scenario scenario, ImmutableMap<String, String> expect) {
    return new Scenario(
        scenario.name(),
        scenario.question(),
        scenario.reference(),
        scenario.client(),
        scenario.server(),
        scenario.keyType(),
        scenario.resumption(),
        scenario.network(),
        expect);
  }
}
