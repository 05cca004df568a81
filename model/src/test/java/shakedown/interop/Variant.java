package shakedown.interop;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.pki.Chains;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/**
 * A handshake that both ends must come through.
 *
 * @param ours what our end offers and wants
 * @param theirGroup the group that the other end likes best
 */
record Variant(String name, Chains chain, Policy ours, NamedGroup theirGroup) {
  static final Policy TLS13 = Policy.of(Chains.HOST).withVersions(Version.TLS13);
  static final Policy TLS12 =
      Policy.of(Chains.HOST)
          .withVersions(Version.TLS12)
          .withSuites(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256);

  private static final CipherSuite SMALLEST = CipherSuite.TLS_AES_128_GCM_SHA256;

  static final ImmutableList<Variant> FULL_TLS13 =
      ImmutableList.of(
          of("TLS 1.3, AES-128-GCM", Chains.ECDSA, TLS13.withSuites(SMALLEST)),
          of(
              "TLS 1.3, AES-256-GCM",
              Chains.ECDSA,
              TLS13.withSuites(CipherSuite.TLS_AES_256_GCM_SHA384)),
          of(
              "TLS 1.3, ChaCha20-Poly1305",
              Chains.ECDSA,
              TLS13.withSuites(CipherSuite.TLS_CHACHA20_POLY1305_SHA256)),
          of("TLS 1.3, RSA chain", Chains.RSA, TLS13.withSuites(SMALLEST)),
          of("TLS 1.3, Ed25519 chain", Chains.ED25519, TLS13.withSuites(SMALLEST)),
          of(
              "TLS 1.3, P-256",
              Chains.ECDSA,
              TLS13.withSuites(SMALLEST).withGroups(NamedGroup.SECP256R1),
              NamedGroup.SECP256R1),
          of(
              "TLS 1.3, undisguised",
              Chains.ECDSA,
              TLS13.withSuites(SMALLEST).without(Option.MIDDLEBOX_COMPATIBILITY)));

  static final ImmutableList<Variant> FULL_TLS12 =
      ImmutableList.of(
          of12(Chains.ECDSA, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256),
          of12(Chains.ECDSA, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384),
          of12(Chains.ECDSA, CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256),
          of12(Chains.RSA, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256),
          of12(Chains.RSA, CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384),
          of12(Chains.RSA, CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256),
          of12(Chains.RSA, CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256),
          of12(Chains.RSA, CipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384),
          of("TLS 1.2, Ed25519 chain", Chains.ED25519, TLS12),
          of(
              "TLS 1.2, P-256",
              Chains.ECDSA,
              TLS12.withGroups(NamedGroup.SECP256R1),
              NamedGroup.SECP256R1),
          of(
              "TLS 1.2, no extended master secret",
              Chains.ECDSA,
              TLS12.without(Option.EXTENDED_MASTER_SECRET)));

  static final Variant RETRIED =
      of("TLS 1.3, retried", Chains.ECDSA, TLS13.withSuites(SMALLEST), NamedGroup.SECP256R1);

  static final Variant RESUMED = of("TLS 1.3, resumed", Chains.ECDSA, TLS13.withSuites(SMALLEST));

  static final Variant EARLY =
      of("TLS 1.3, early data", Chains.ECDSA, TLS13.withSuites(SMALLEST).with(Option.EARLY_DATA));

  static final Variant COMPRESSED =
      of(
          "TLS 1.3, compressed certificates",
          Chains.RSA,
          TLS13
              .withSuites(SMALLEST)
              .withCompressions(
                  CompressionAlgorithm.BROTLI,
                  CompressionAlgorithm.ZLIB,
                  CompressionAlgorithm.ZSTD));

  static final Variant TICKET =
      of("TLS 1.2, ticket", Chains.ECDSA, TLS12.without(Option.SESSION_IDS));

  static final Variant SESSION_ID =
      of("TLS 1.2, session id", Chains.ECDSA, TLS12.without(Option.TICKETS));

  static final Variant LEGACY_TICKET =
      of(
          "TLS 1.2, ticket, no extended master secret",
          Chains.ECDSA,
          TLS12.without(Option.EXTENDED_MASTER_SECRET));

  static final Variant FALSE_START =
      of("TLS 1.2, False Start", Chains.ECDSA, TLS12.with(Option.FALSE_START));

  private static Variant of12(Chains chain, CipherSuite suite) {
    return of("TLS 1.2, " + suite, chain, TLS12.withSuites(suite));
  }

  private static Variant of(String name, Chains chain, Policy ours) {
    return of(name, chain, ours, NamedGroup.X25519);
  }

  private static Variant of(String name, Chains chain, Policy ours, NamedGroup theirGroup) {
    return new Variant(name, chain, ours, theirGroup);
  }

  Version version() {
    return ours.versions().getFirst();
  }

  CipherSuite suite() {
    return ours.suites().getFirst();
  }

  /**
   * What the other end offers and wants. In TLS 1.2 its groups are those of certificates, too (RFC
   * 8422 5.1), so the chain's is among them.
   */
  Policy theirs() {
    NamedGroup ofChain = version().equals(Version.TLS12) ? NamedGroup.SECP256R1 : theirGroup;
    return ours.withGroups(Stream.of(theirGroup, ofChain).distinct().toArray(NamedGroup[]::new));
  }

  Variant towards(NamedGroup group) {
    return new Variant(name, chain, ours, group);
  }

  boolean isRetried() {
    return !ours.shares().contains(theirGroup);
  }

  @Override
  public String toString() {
    return name;
  }
}
