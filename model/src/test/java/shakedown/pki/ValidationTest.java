package shakedown.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.crypto.Concrete;
import shakedown.crypto.KeyUsage;
import shakedown.crypto.Meter;
import shakedown.crypto.Metered;
import shakedown.crypto.Seed;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/** Chains as RFC 5280 judges them, and whether the JDK agrees. */
final class ValidationTest {
  private static final Concrete CRYPTO = new Concrete(new Seed(1, "validation", 0));
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

  /** RFC 9345 4.2. */
  private static final String DELEGATION = "1.3.6.1.4.1.44363.44";

  /** RFC 7633 6. */
  private static final String FEATURE = "1.3.6.1.5.5.7.1.24";

  @TempDir private Path folder;

  static Stream<Family> faulty() {
    return families().filter(each -> each.expected().isPresent());
  }

  static Stream<Family> families() {
    return Family.all();
  }

  @ParameterizedTest
  @MethodSource("families")
  void a_chain_breaks_the_rule_that_it_was_made_to_break(Family family) {
    assertThat(broken(family, Rules.RFC)).isEqualTo(family.expected());
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void a_rule_that_is_waived_is_not_asked(Family family) {
    // The concrete algebra knows no signature over a hash of MD5.
    Rule next = family.rule() == Rule.NO_MD5_IN_CHAIN ? Rule.CERTIFICATE_SIGNATURES_VERIFY : null;

    Rules waiving = Rules.RFC.without(family.expected().orElseThrow());

    assertThat(broken(family, waiving)).isEqualTo(Optional.ofNullable(next));
  }

  private static Optional<Rule> broken(Family family, Rules rules) {
    return validation(family, rules).fault(chain(family)).map(Fault::rule);
  }

  private static Validation validation(Family family, Rules rules) {
    Trust trust = new Trust(family.anchors(), Chains.INSTANT);
    return new Validation(trust, Purpose.server13(Family.HOST), rules, CRYPTO);
  }

  private static Chain chain(Family family) {
    return Chain.of(family.chain(), CRYPTO).orElseThrow();
  }

  /** It takes SHA-1 for sound as long as no public authority is concerned. */
  @ParameterizedTest
  @MethodSource("families")
  void the_jdk_agrees(Family family) throws Exception {
    boolean ours = family.expected().isEmpty() || family.rule() == Rule.NO_SHA1_IN_CHAIN;

    assertThat(jdkAccepts(family)).isEqualTo(ours);
  }

  /** Whatever is wrong with several certificates at a time, in whatever order they come. */
  @RepeatedTest(10)
  void the_jdk_agrees_on_chains_made_at_random(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());

    for (int i = 0; i < 20; i++) {
      Family family = Mutations.family(random);

      assertThat(broken(family, Rules.RFC).isEmpty())
          .as("%s", family)
          .isEqualTo(jdkAccepts(family));
    }
  }

  private static boolean jdkAccepts(Family family) throws Exception {
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(parsed(family.chain().getFirst()));
    target.setExtendedKeyUsage(ImmutableSet.of(SERVER_AUTH));
    ImmutableSet<TrustAnchor> anchors =
        family.anchors().stream()
            .map(anchor -> new TrustAnchor(parsed(anchor), null))
            .collect(ImmutableSet.toImmutableSet());
    var parameters = new PKIXBuilderParameters(anchors, target);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(Instant.ofEpochSecond(Chains.INSTANT)));
    List<X509Certificate> sent =
        family.chain().stream().map(ValidationTest::parsed).collect(Collectors.toList());
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
    try {
      return CertPathBuilder.getInstance("PKIX").build(parameters) != null;
    } catch (CertPathBuilderException refused) {
      return false;
    }
  }

  /** It takes a certificate for expired in its last second already, and tries one path only. */
  private static final ImmutableSet<String> OTHERWISE_WITH_OPENSSL =
      ImmutableSet.of("its last second", "cross-signed", "an impostor before", "renewed");

  @ParameterizedTest
  @MethodSource("families")
  void openssl_agrees(Family family) throws Exception {
    assumeThat(OpenSslVerify.isInstalled()).as("openssl in PATH").isTrue();
    boolean ours = family.expected().isEmpty();

    String said = new OpenSslVerify(folder).verify(family);

    assertThat(said.contains(": OK"))
        .as(said)
        .isEqualTo(ours ^ OTHERWISE_WITH_OPENSSL.contains(family.name()));
  }

  private static X509Certificate parsed(Value certificate) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(Octets.bytes(certificate)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void what_is_wrong_is_explained(Family family) {
    Validation validation = validation(family, Rules.RFC);
    Fault fault = validation.fault(chain(family)).orElseThrow();

    Explanation explanation = Explanation.of(fault, validation);

    assertThat(explanation.seen()).contains(fault.certificate().subject().name());
    assertThat(explanation.toString()).doesNotContain("null").hasSizeLessThan(300);
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.com, www.example.com, true",
    "WWW.Example.COM, www.example.com, true",
    "www.example.com, WWW.EXAMPLE.com, true",
    "*.example.com, www.example.com, true",
    "*.example.com, a.www.example.com, false",
    "*.example.com, example.com, false",
    "w*.example.com, www.example.com, false",
    "www.*.com, www.example.com, false",
    "*, com, false",
    "192.0.2.7, 192.0.2.7, false"
  })
  void a_dns_name_is_for_a_host(String presented, String host, boolean matches) {
    GeneralName name = new GeneralName(GeneralName.dNSName, presented);

    assertThat(isFor(Draft.host("else", "root").named(name), host)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "2001:db8::7, 2001:db8::7, true",
    "2001:db8::7, 2001:0DB8:0:0::7, true",
    "2001:db8::7, www.example.com, false"
  })
  void an_address_is_named_by_an_address(String presented, String host, boolean matches) {
    GeneralName name = new GeneralName(GeneralName.iPAddress, presented);

    assertThat(isFor(Draft.host("else", "root").named(name), host)).isEqualTo(matches);
  }

  @Test
  void a_common_name_names_no_host() {
    assertThat(
            isFor(
                Draft.host(Family.HOST, "root").named(new GeneralName(GeneralName.dNSName, "a.b")),
                Family.HOST))
        .isFalse();
  }

  private static boolean isFor(Draft leaf, String host) {
    Trust trust =
        new Trust(ImmutableList.of(Draft.authority("root", "root").issued()), Chains.INSTANT);
    Optional<Rule> broken =
        new Validation(trust, Purpose.server13(host), Rules.RFC, CRYPTO)
            .fault(Chain.of(ImmutableList.of(leaf.issued()), CRYPTO).orElseThrow())
            .map(Fault::rule);
    assertThat(broken).isIn(Optional.empty(), Optional.of(Rule.CERTIFICATE_MATCHES_NAME));
    return broken.isEmpty();
  }

  @Test
  void a_leaf_that_is_trusted_itself_needs_no_issuer() {
    Value leaf = Draft.host(Family.HOST, "nobody").issued();
    Family family = new Family("", ImmutableList.of(leaf), ImmutableList.of(leaf), null);

    assertThat(broken(family, Rules.RFC)).isEmpty();
  }

  @Test
  void a_maze_of_authorities_is_left_after_a_bounded_number_of_signatures() {
    var maze = ImmutableList.<Value>builder().add(Draft.host(Family.HOST, "a").issued());
    for (int i = 0; i < 15; i++) {
      String one = i % 2 == 0 ? "a" : "b";
      maze.add(Draft.authority(one, i % 3 == 0 ? "a" : "b").during(i, Chains.INSTANT * 2).issued());
    }
    Trust trust =
        new Trust(
            ImmutableList.of(Draft.authority("b", "b").keyed("else").issued()), Chains.INSTANT);
    int[] verified = {0};
    Meter meter = (_, _) -> verified[0]++;
    Metered metered = new Metered(CRYPTO, meter);

    Optional<Fault> fault =
        new Validation(trust, Purpose.server13(Family.HOST), Rules.RFC, metered)
            .fault(Chain.of(maze.build(), metered).orElseThrow());

    assertThat(fault).isPresent();
    assertThat(verified[0]).isLessThanOrEqualTo(Paths.MOST_PATHS * Paths.MOST_CERTIFICATES);
  }

  @Test
  void a_key_for_key_transport_need_not_sign() {
    Draft leaf =
        Draft.host(Family.HOST, "root")
            .with(
                Extension.keyUsage,
                new org.bouncycastle.asn1.x509.KeyUsage(
                    org.bouncycastle.asn1.x509.KeyUsage.keyEncipherment));
    Trust trust =
        new Trust(ImmutableList.of(Draft.authority("root", "root").issued()), Chains.INSTANT);
    Chain chain = Chain.of(ImmutableList.of(leaf.issued()), CRYPTO).orElseThrow();

    assertThat(rule(trust, Purpose.server12(Family.HOST, KeyUsage.KEY_ENCIPHERMENT), chain))
        .isEmpty();
    assertThat(rule(trust, Purpose.server12(Family.HOST, KeyUsage.DIGITAL_SIGNATURE), chain))
        .hasValue(Rule.TLS12_KEY_USAGE_FITS);
    assertThat(rule(trust, Purpose.server13(Family.HOST), chain))
        .hasValue(Rule.CERTIFICATE_KEY_MAY_SIGN);
    assertThat(rule(trust, Purpose.client13(), chain)).hasValue(Rule.EXTENDED_KEY_USAGE_FITS);
  }

  @Test
  void a_certificate_says_whether_it_delegates_and_demands_a_staple() {
    Draft plain = Draft.host(Family.HOST, "root");
    Draft delegating = plain.with(new ASN1ObjectIdentifier(DELEGATION), DERNull.INSTANCE);
    Draft stapled =
        plain.with(new ASN1ObjectIdentifier(FEATURE), new DERSequence(new ASN1Integer(5)));

    assertThat(chain(plain).leaf().usage().mayDelegate()).isFalse();
    assertThat(chain(plain).leaf().usage().wantsStaple()).isFalse();
    assertThat(chain(delegating).leaf().usage().mayDelegate()).isTrue();
    assertThat(chain(stapled).leaf().usage().wantsStaple()).isTrue();
  }

  @Test
  void a_client_is_nobody_in_particular_but_must_be_a_client() {
    var any = Draft.host("client", "root");
    var client =
        any.with(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    Trust trust =
        new Trust(ImmutableList.of(Draft.authority("root", "root").issued()), Chains.INSTANT);

    for (Purpose purpose : List.of(Purpose.client12(), Purpose.client13())) {
      assertThat(rule(trust, purpose, chain(client))).isEmpty();
      assertThat(rule(trust, purpose, chain(any))).hasValue(Rule.EXTENDED_KEY_USAGE_FITS);
    }
    assertThat(chain(client).leaf().subject().common()).isEqualTo("client");
  }

  private static Chain chain(Draft leaf) {
    return Chain.of(ImmutableList.of(leaf.issued()), CRYPTO).orElseThrow();
  }

  private static Optional<Rule> rule(Trust trust, Purpose purpose, Chain chain) {
    return new Validation(trust, purpose, Rules.RFC, CRYPTO).fault(chain).map(Fault::rule);
  }
}
