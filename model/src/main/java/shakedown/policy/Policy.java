package shakedown.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import shakedown.wire.CertificateType;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/**
 * What an endpoint offers and wants, each list best first: discrete choices, the same in every
 * algebra.
 *
 * @param hello how a client lays out what it offers; of no use to a server
 */
public record Policy(
    Service service,
    ImmutableList<Version> versions,
    ImmutableList<CipherSuite> suites,
    Exchange exchange,
    Authentication authentication,
    Sizes sizes,
    HelloProfile hello,
    ImmutableSet<Option> options) {
  /** TLS 1.3 and 1.2 with what most have, and none of what must be asked for. */
  public static Policy of(String host) {
    return new Policy(
        new Service(host, ImmutableList.of()),
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
        new Exchange(
            ImmutableList.of(NamedGroup.X25519, NamedGroup.SECP256R1),
            ImmutableList.of(NamedGroup.X25519),
            ImmutableList.of(PskMode.PSK_DHE_KE)),
        Authentication.by(
            ImmutableList.of(
                SignatureScheme.ECDSA_SECP256R1_SHA256,
                SignatureScheme.ED25519,
                SignatureScheme.RSA_PSS_RSAE_SHA256,
                SignatureScheme.RSA_PSS_RSAE_SHA384,
                SignatureScheme.RSA_PKCS1_SHA256,
                SignatureScheme.RSA_PKCS1_SHA384)),
        Sizes.ANY,
        HelloProfile.PLAIN,
        Sets.immutableEnumSet(
            Option.EXTENDED_MASTER_SECRET,
            Option.SESSION_IDS,
            Option.TICKETS,
            Option.MIDDLEBOX_COMPATIBILITY,
            Option.SECURE_RENEGOTIATION));
  }

  public String host() {
    return service.host();
  }

  public ImmutableList<String> protocols() {
    return service.protocols();
  }

  public ImmutableList<NamedGroup> groups() {
    return exchange.groups();
  }

  public ImmutableList<NamedGroup> shares() {
    return exchange.shares();
  }

  public ImmutableList<SignatureScheme> schemes() {
    return authentication.schemes();
  }

  public ImmutableList<CompressionAlgorithm> compressions() {
    return authentication.compressions();
  }

  /** Whether this option is taken. */
  public boolean has(Option option) {
    return options.contains(option);
  }

  public boolean speaks(Version version) {
    return versions.contains(version);
  }

  /** The suites that both have, by one's own order unless the other's is to hold. */
  public ImmutableList<CipherSuite> common(ImmutableList<CipherSuite> offered) {
    boolean isTheirs = has(Option.CLIENT_ORDER);
    ImmutableList<CipherSuite> order = isTheirs ? offered : suites;
    ImmutableList<CipherSuite> other = isTheirs ? suites : offered;
    return order.stream().filter(other::contains).collect(ImmutableList.toImmutableList());
  }

  public Policy withVersions(Version... best) {
    return new Policy(
        service,
        ImmutableList.copyOf(best),
        suites,
        exchange,
        authentication,
        sizes,
        hello,
        options);
  }

  public Policy withSuites(CipherSuite... best) {
    return new Policy(
        service,
        versions,
        ImmutableList.copyOf(best),
        exchange,
        authentication,
        sizes,
        hello,
        options);
  }

  /** These groups, and key shares for the first of them. */
  public Policy withGroups(NamedGroup... best) {
    ImmutableList<NamedGroup> groups = ImmutableList.copyOf(best);
    return withExchange(
        new Exchange(groups, groups.subList(0, Math.min(1, groups.size())), exchange.pskModes()));
  }

  public Policy withShares(NamedGroup... best) {
    return withExchange(
        new Exchange(exchange.groups(), ImmutableList.copyOf(best), exchange.pskModes()));
  }

  public Policy withPskModes(PskMode... best) {
    return withExchange(
        new Exchange(exchange.groups(), exchange.shares(), ImmutableList.copyOf(best)));
  }

  public Policy withSchemes(SignatureScheme... best) {
    return withAuthentication(authentication.withSchemes(ImmutableList.copyOf(best)));
  }

  public Policy withDelegatedSchemes(SignatureScheme... best) {
    return withAuthentication(authentication.withDelegated(ImmutableList.copyOf(best)));
  }

  public Policy withCompressions(CompressionAlgorithm... best) {
    return withAuthentication(authentication.withCompressions(ImmutableList.copyOf(best)));
  }

  public Policy withCertificateTypes(
      ImmutableList<CertificateType> own, ImmutableList<CertificateType> peer) {
    return withAuthentication(authentication.withTypes(own, peer));
  }

  public Policy withClients(ClientAuthentication asked) {
    return withAuthentication(authentication.withClients(asked));
  }

  /** The same for another host. */
  public Policy withHost(String other) {
    return withService(new Service(other, protocols()));
  }

  public Policy withProtocols(String... best) {
    return withService(new Service(host(), ImmutableList.copyOf(best)));
  }

  public Policy withHello(HelloProfile profile) {
    return new Policy(service, versions, suites, exchange, authentication, sizes, profile, options);
  }

  public Policy withSizes(Sizes other) {
    return new Policy(service, versions, suites, exchange, authentication, other, hello, options);
  }

  public Policy with(Option... more) {
    return withOptions(Sets.union(options, ImmutableSet.copyOf(more)));
  }

  public Policy without(Option... fewer) {
    return withOptions(Sets.difference(options, ImmutableSet.copyOf(fewer)));
  }

  private Policy withService(Service other) {
    return new Policy(other, versions, suites, exchange, authentication, sizes, hello, options);
  }

  private Policy withExchange(Exchange other) {
    return new Policy(service, versions, suites, other, authentication, sizes, hello, options);
  }

  private Policy withAuthentication(Authentication other) {
    return new Policy(service, versions, suites, exchange, other, sizes, hello, options);
  }

  private Policy withOptions(Iterable<Option> taken) {
    return new Policy(
        service,
        versions,
        suites,
        exchange,
        authentication,
        sizes,
        hello,
        Sets.immutableEnumSet(taken));
  }
}
