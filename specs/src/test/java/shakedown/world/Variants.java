package shakedown.world;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import shakedown.adversary.Network;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.CertificateType;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.KeyType;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/** Parties in every way that they can differ, beside those of the shipped scenarios. */
final class Variants {
  static final String HOST = "server.example.com";
  private static final ImmutableList<KeyType> KEYS =
      ImmutableList.of(KeyType.RSA, KeyType.ECDSA_P256, KeyType.ED25519);

  private Variants() {}

  static ImmutableList<Scenario> all() {
    var all = ImmutableList.<Scenario>builder();
    for (Version version : ImmutableList.of(Version.TLS13, Version.TLS12)) {
      Policy policy = Policy.of(HOST).withVersions(version);
      for (KeyType key : KEYS) {
        all.add(variant(version + " " + key, policy, policy, key, Resumption.NONE));
      }
      for (Option option : policy.options()) {
        all.add(alike(version + " without " + option, policy.without(option)));
        all.add(client(version + " client without " + option, policy.without(option), policy));
        all.add(client(version + " server without " + option, policy, policy.without(option)));
      }
      for (CipherSuite suite : policy.suites()) {
        if (suite.isFor13() == version.equals(Version.TLS13)) {
          all.add(suite(suite, policy.withSuites(suite)));
        }
      }
      all.add(alike(version + " secp256r1", policy.withGroups(NamedGroup.SECP256R1)));
      all.addAll(resumed(policy));
    }
    all.addAll(refused());
    all.add(client("downgraded", Policy.of(HOST), Policy.of(HOST).withVersions(Version.TLS12)));
    all.addAll(exchanged());
    return all.addAll(compressed()).addAll(early()).addAll(bare()).build();
  }

  /** A scenario whose server is who the checked-in chains say. */
  static Scenario atTheHostOfTheChains(Scenario scenario) {
    return new Scenario(
        scenario.name(),
        scenario.question(),
        scenario.reference(),
        new Party(atHost(scenario.client().policy()), scenario.client().rules()),
        new Party(atHost(scenario.server().policy()), scenario.server().rules()),
        scenario.keyType(),
        scenario.resumption(),
        scenario.network(),
        scenario.expect());
  }

  private static ImmutableList<Scenario> resumed(Policy policy) {
    var all = ImmutableList.<Scenario>builder();
    Policy bare = policy.without(Option.EXTENDED_MASTER_SECRET);
    for (Resumption resumption : Resumption.values()) {
      boolean is13 = resumption == Resumption.PSK_DHE_KE;
      if (resumption != Resumption.NONE && is13 == policy.speaks(Version.TLS13)) {
        for (KeyType key : KEYS) {
          all.add(variant(resumption + " " + key, policy, policy, key, resumption));
        }
        all.add(variant(resumption + " bare", bare, bare, KeyType.ECDSA_P256, resumption));
      }
    }
    return all.build();
  }

  /** Every key exchange of TLS 1.2 that the concrete algebra does not refuse. */
  private static ImmutableList<Scenario> exchanged() {
    var all = ImmutableList.<Scenario>builder();
    Policy policy =
        Policy.of(HOST)
            .withVersions(Version.TLS12)
            .withGroups(NamedGroup.X25519, NamedGroup.FFDHE2048);
    for (CipherSuite suite : CipherSuite.known()) {
      if (!suite.isFor13() && !suite.isWeak()) {
        all.add(suite(suite, policy.withSuites(suite)));
      }
    }
    for (CipherSuite suite :
        ImmutableList.of(
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)) {
      Policy plain = policy.withSuites(suite);
      Policy around = plain.with(Option.ENCRYPT_THEN_MAC);
      all.add(alike("encrypt then MAC with " + suite, around));
      all.add(client("client's encrypt then MAC with " + suite, around, plain));
    }
    all.add(
        client(
            "no common finite field",
            policy.withSuites(CipherSuite.TLS_DHE_PSK_WITH_AES_128_GCM_SHA256),
            policy
                .withSuites(CipherSuite.TLS_DHE_PSK_WITH_AES_128_GCM_SHA256)
                .withGroups(NamedGroup.X25519)));
    return all.build();
  }

  /** With raw public keys. */
  private static ImmutableList<Scenario> bare() {
    var all = ImmutableList.<Scenario>builder();
    ImmutableList<CertificateType> x509 = ImmutableList.of(CertificateType.X509);
    ImmutableList<CertificateType> raw = ImmutableList.of(CertificateType.RAW_PUBLIC_KEY);
    for (Version version : ImmutableList.of(Version.TLS13, Version.TLS12)) {
      Policy policy = Policy.of(HOST).withVersions(version);
      Policy client = policy.withCertificateTypes(x509, raw);
      Policy server = policy.withCertificateTypes(raw, x509);
      for (KeyType key : KEYS) {
        all.add(variant(version + " bare " + key, client, server, key, Resumption.NONE));
      }
      all.add(client(version + " wants keys alone", client, policy));
      all.add(client(version + " has keys alone", policy, server));
    }
    return all.build();
  }

  private static ImmutableList<Scenario> compressed() {
    var all = ImmutableList.<Scenario>builder();
    Policy policy = Policy.of(HOST).withVersions(Version.TLS13);
    for (CompressionAlgorithm algorithm :
        ImmutableList.of(
            CompressionAlgorithm.ZLIB, CompressionAlgorithm.BROTLI, CompressionAlgorithm.ZSTD)) {
      Policy compressing = policy.withCompressions(algorithm);
      all.add(alike("compressed by " + algorithm, compressing));
      all.add(client(algorithm + " understood by the client alone", compressing, policy));
    }
    return all.build();
  }

  /** Parties that part with an alert. */
  private static ImmutableList<Scenario> refused() {
    var all = ImmutableList.<Scenario>builder();
    for (Version version : ImmutableList.of(Version.TLS13, Version.TLS12)) {
      Policy policy = Policy.of(HOST).withVersions(version);
      Policy p256 = policy.withGroups(NamedGroup.SECP256R1);
      Policy x25519 = policy.withGroups(NamedGroup.X25519);
      Policy ed25519 = policy.withSchemes(SignatureScheme.ED25519);
      all.add(client(version + " for another host", Policy.of("b.example"), policy));
      all.add(client(version + " without a common group", p256, x25519));
      all.add(client(version + " without a common scheme", ed25519, policy));
      for (Rule rule : Rule.values()) {
        if (rule.sort() == Rule.Sort.COVERAGE) {
          Scenario full = alike(version + " " + rule, policy);
          Rules lax = Rules.RFC.without(rule);
          all.add(Scenarios.withRules(full, lax, Rules.RFC));
          all.add(Scenarios.withRules(full, Rules.RFC, lax));
          all.add(Scenarios.withRules(full, lax, lax));
        }
      }
    }
    return all.build();
  }

  private static ImmutableList<Scenario> early() {
    Policy policy = Policy.of(HOST).withVersions(Version.TLS13);
    Policy eager = policy.with(Option.EARLY_DATA);
    Policy bare = eager.without(Option.MIDDLEBOX_COMPATIBILITY);
    Policy choosy = eager.withGroups(NamedGroup.SECP256R1);
    return ImmutableList.of(
        early("early data", eager, eager),
        early("early data without disguise", bare, bare),
        early("early data refused", eager, policy),
        early("early data refused without disguise", bare, bare.without(Option.EARLY_DATA)),
        early("early data refused by a retry", eager, choosy),
        early("the same without disguise", bare, choosy));
  }

  private static Scenario early(String name, Policy client, Policy server) {
    return variant(name, client, server, KeyType.ECDSA_P256, Resumption.PSK_DHE_KE);
  }

  private static Scenario suite(CipherSuite suite, Policy policy) {
    boolean needsRsa = suite.toString().contains("_RSA_");
    return variant(
        suite.toString(),
        policy,
        policy,
        needsRsa ? KeyType.RSA : KeyType.ECDSA_P256,
        Resumption.NONE);
  }

  private static Scenario alike(String name, Policy policy) {
    return client(name, policy, policy);
  }

  private static Scenario client(String name, Policy client, Policy server) {
    return variant(name, client, server, KeyType.ECDSA_P256, Resumption.NONE);
  }

  private static Scenario variant(
      String name, Policy client, Policy server, KeyType key, Resumption resumption) {
    return new Scenario(
        name,
        "",
        "",
        new Party(client, Rules.RFC),
        new Party(server, Rules.RFC),
        key,
        resumption,
        Network.RELIABLE,
        ImmutableMap.of());
  }

  private static Policy atHost(Policy policy) {
    return policy.withHost(HOST);
  }
}
