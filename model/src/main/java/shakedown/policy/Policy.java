package shakedown.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/**
 * What an endpoint offers and wants, each list best first: discrete choices, the same in every
 * algebra.
 *
 * @param host whom a client means; who a server is
 * @param shares the groups that a first ClientHello brings key shares for; of no use to a server
 * @param compressions how certificates may be compressed
 */
public record Policy(
    String host,
    ImmutableList<Version> versions,
    ImmutableList<CipherSuite> suites,
    ImmutableList<NamedGroup> groups,
    ImmutableList<NamedGroup> shares,
    ImmutableList<SignatureScheme> schemes,
    ImmutableList<CompressionAlgorithm> compressions,
    ImmutableSet<Option> options) {

  /** TLS 1.3 and 1.2 with all that the model has but early data, False Start and compression. */
  public static Policy of(String host) {
    return new Policy(
        host,
        ImmutableList.of(Version.TLS13, Version.TLS12),
        ImmutableList.of(
            CipherSuite.TLS_AES_128_GCM_SHA256,
            CipherSuite.TLS_AES_256_GCM_SHA384,
            CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384),
        ImmutableList.of(NamedGroup.X25519, NamedGroup.SECP256R1),
        ImmutableList.of(NamedGroup.X25519),
        ImmutableList.of(
            SignatureScheme.ECDSA_SECP256R1_SHA256,
            SignatureScheme.ED25519,
            SignatureScheme.RSA_PSS_RSAE_SHA256,
            SignatureScheme.RSA_PSS_RSAE_SHA384,
            SignatureScheme.RSA_PKCS1_SHA256,
            SignatureScheme.RSA_PKCS1_SHA384),
        ImmutableList.of(),
        Sets.immutableEnumSet(
            Option.EXTENDED_MASTER_SECRET,
            Option.SESSION_IDS,
            Option.TICKETS,
            Option.MIDDLEBOX_COMPATIBILITY));
  }

  /** Whether this option is taken. */
  public boolean has(Option option) {
    return options.contains(option);
  }

  public boolean speaks(Version version) {
    return versions.contains(version);
  }

  public Policy withVersions(Version... best) {
    return new Policy(
        host, ImmutableList.copyOf(best), suites, groups, shares, schemes, compressions, options);
  }

  public Policy withSuites(CipherSuite... best) {
    return new Policy(
        host, versions, ImmutableList.copyOf(best), groups, shares, schemes, compressions, options);
  }

  /** These groups, and key shares for the first of them. */
  public Policy withGroups(NamedGroup... best) {
    return new Policy(
        host,
        versions,
        suites,
        ImmutableList.copyOf(best),
        Arrays.stream(best).limit(1).collect(ImmutableList.toImmutableList()),
        schemes,
        compressions,
        options);
  }

  public Policy withSchemes(SignatureScheme... best) {
    return new Policy(
        host, versions, suites, groups, shares, ImmutableList.copyOf(best), compressions, options);
  }

  public Policy withCompressions(CompressionAlgorithm... best) {
    return new Policy(
        host, versions, suites, groups, shares, schemes, ImmutableList.copyOf(best), options);
  }

  public Policy with(Option... more) {
    return withOptions(Sets.union(options, ImmutableSet.copyOf(more)));
  }

  public Policy without(Option... fewer) {
    return withOptions(Sets.difference(options, ImmutableSet.copyOf(fewer)));
  }

  private Policy withOptions(Iterable<Option> taken) {
    return new Policy(
        host,
        versions,
        suites,
        groups,
        shares,
        schemes,
        compressions,
        Sets.immutableEnumSet(taken));
  }
}
