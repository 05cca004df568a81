package shakedown.pki;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import shakedown.rules.Rule;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/**
 * A chain that was made for the question what is wrong with it.
 *
 * @param rule the one that it breaks first; null if none
 */
record Family(
    String name, ImmutableList<Value> chain, ImmutableList<Value> anchors, @Nullable Rule rule) {
  static final String HOST = "www.example.com";
  private static final Draft ROOT = Draft.authority("root", "root");
  private static final Draft UPPER = Draft.authority("upper", "root");
  private static final Draft LOWER = Draft.authority("lower", "upper");
  private static final Draft LEAF = Draft.host(HOST, "lower");
  private static final long NOW = Chains.INSTANT;

  static Stream<Family> all() {
    return Stream.of(good(), order(), trust(), dates(), authorities(), names(), usages(), proofs())
        .flatMap(families -> families);
  }

  Optional<Rule> expected() {
    return Optional.ofNullable(rule);
  }

  private static Stream<Family> good() {
    return Stream.of(
        of("good", null, LEAF, LOWER, UPPER),
        of("short", null, Draft.host(HOST, "root")),
        of("with its root", null, LEAF, LOWER, UPPER, ROOT));
  }

  private static Stream<Family> order() {
    Draft other = Draft.authority("other", "stranger");
    Draft crossed = Draft.authority("lower", "stranger");
    Draft impostor = LOWER.signedBy("impostor");
    return Stream.of(
        of("turned", null, LEAF, UPPER, LOWER),
        of("superfluous", null, LEAF, other, LOWER, ROOT, UPPER, LOWER),
        of("leaf twice", null, LEAF, LEAF, LOWER, UPPER),
        of("cross-signed", null, LEAF, crossed, LOWER, UPPER),
        of("an impostor before", null, LEAF, impostor, LOWER, UPPER),
        of("an expired one before", null, LEAF, LOWER.during(0, NOW - 1), LOWER, UPPER),
        of("a gap", Rule.CHAIN_TRUSTED, LEAF, UPPER));
  }

  private static Stream<Family> trust() {
    return Stream.of(
        of("unknown", Rule.CHAIN_TRUSTED, Draft.host(HOST, "stranger")),
        of("self-signed", Rule.CHAIN_TRUSTED, Draft.host(HOST, HOST)),
        of(
            "a ring",
            Rule.CHAIN_TRUSTED,
            Draft.host(HOST, "one"),
            Draft.authority("one", "two"),
            Draft.authority("two", "one")));
  }

  private static Stream<Family> dates() {
    return Stream.of(
        of("expired", Rule.CHAIN_IN_VALIDITY, LEAF.during(0, NOW - 1), LOWER, UPPER),
        of("too young", Rule.CHAIN_IN_VALIDITY, LEAF.during(NOW + 1, NOW + 2), LOWER, UPPER),
        of("its last second", null, LEAF.during(0, NOW), LOWER, UPPER),
        of("its first second", null, LEAF.during(NOW, NOW + 2), LOWER, UPPER),
        of("expired above", Rule.CHAIN_IN_VALIDITY, LEAF, LOWER.during(0, NOW - 1), UPPER));
  }

  private static Stream<Family> authorities() {
    Draft host = Draft.host("lower", "upper").without(Extension.keyUsage);
    Draft mute = LOWER.without(Extension.basicConstraints);
    Draft revoking = LOWER.with(Extension.keyUsage, new KeyUsage(KeyUsage.cRLSign));
    return Stream.of(
        of("a host as issuer", Rule.ISSUERS_ARE_AUTHORITIES, LEAF, host, UPPER),
        of("no basic constraints", Rule.ISSUERS_ARE_AUTHORITIES, LEAF, mute, UPPER),
        of("no keyCertSign", Rule.ISSUERS_MAY_SIGN, LEAF, revoking, UPPER),
        of("no key usage above", null, LEAF, LOWER.without(Extension.keyUsage), UPPER),
        of("too long", Rule.PATH_LENGTH_KEPT, LEAF, LOWER, limited(UPPER, 0)),
        of("just short enough", null, LEAF, limited(LOWER, 0), limited(UPPER, 1)),
        of(
            "renewed",
            null,
            LEAF,
            LOWER,
            Draft.authority("upper", "upper").signedBy("old upper"),
            limited(UPPER, 1).keyed("old upper")));
  }

  private static Draft limited(Draft draft, int length) {
    return draft.with(Extension.basicConstraints, new BasicConstraints(length));
  }

  private static Stream<Family> names() {
    GeneralName[] none = {};
    return Stream.of(
        of("permitted", null, LEAF, LOWER.constrained(dns("example.com"), none), UPPER),
        of("permitted itself", null, LEAF, LOWER.constrained(dns(HOST), none), UPPER),
        of("not permitted", kept(), LEAF, LOWER.constrained(dns("example.org"), none), UPPER),
        of("half a label", kept(), LEAF, LOWER.constrained(dns("ample.com"), none), UPPER),
        of("excluded", kept(), LEAF, LOWER.constrained(none, dns("example.com")), UPPER),
        of("not excluded", null, LEAF, LOWER.constrained(none, dns("example.org")), UPPER),
        of("constrained above", kept(), LEAF, LOWER, UPPER.constrained(dns("org"), none)),
        of("in capitals", null, LEAF, LOWER.constrained(dns("EXAMPLE.com"), none), UPPER),
        of("only addresses", null, LEAF, LOWER.constrained(range("192.0.2.0/24"), none), UPPER),
        of("address in", null, addressed(), LOWER.constrained(range("192.0.2.0/24"), none), UPPER),
        of("address not", kept(), addressed(), LOWER.constrained(range("10.0.0.0/8"), none), UPPER),
        of(
            "address out",
            kept(),
            addressed(),
            LOWER.constrained(none, range("192.0.2.0/24")),
            UPPER),
        of("directory", null, LEAF, LOWER.constrained(directory("CN=" + HOST), none), UPPER),
        of("not directory", kept(), LEAF, LOWER.constrained(directory("CN=else"), none), UPPER));
  }

  private static Rule kept() {
    return Rule.NAME_CONSTRAINTS_KEPT;
  }

  private static Draft addressed() {
    return LEAF.named(
        new GeneralName(GeneralName.dNSName, HOST),
        new GeneralName(GeneralName.iPAddress, "192.0.2.7"));
  }

  private static GeneralName[] dns(String tree) {
    return new GeneralName[] {new GeneralName(GeneralName.dNSName, tree)};
  }

  private static GeneralName[] range(String range) {
    return new GeneralName[] {new GeneralName(GeneralName.iPAddress, range)};
  }

  private static GeneralName[] directory(String name) {
    return new GeneralName[] {new GeneralName(GeneralName.directoryName, name)};
  }

  private static Stream<Family> usages() {
    var client = new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth);
    var unknown = new ASN1ObjectIdentifier("1.2.3.4");
    return Stream.of(
        of("no key usage", null, LEAF.without(Extension.keyUsage), LOWER, UPPER),
        of(
            "for clients",
            Rule.EXTENDED_KEY_USAGE_FITS,
            LEAF.with(Extension.extendedKeyUsage, client),
            LOWER,
            UPPER),
        of("for anything", null, LEAF.without(Extension.extendedKeyUsage), LOWER, UPPER),
        of(
            "unknown and critical",
            Rule.CRITICAL_EXTENSIONS_KNOWN,
            LEAF.with(unknown, DERNull.INSTANCE),
            LOWER,
            UPPER),
        of(
            "unknown and critical above",
            Rule.CRITICAL_EXTENSIONS_KNOWN,
            LEAF,
            LOWER.with(unknown, DERNull.INSTANCE),
            UPPER));
  }

  private static Stream<Family> proofs() {
    return Stream.of(
        of("MD5", Rule.NO_MD5_IN_CHAIN, LEAF, LOWER.hashed(Draft.Digest.MD5), UPPER),
        of("SHA-1", Rule.NO_SHA1_IN_CHAIN, LEAF, LOWER.hashed(Draft.Digest.SHA1), UPPER),
        of("forged", signatures(), LEAF.signedBy("forger"), LOWER, UPPER),
        of("forged above", signatures(), LEAF, LOWER.signedBy("forger"), UPPER),
        of("forged at the root", signatures(), Draft.host(HOST, "root").signedBy("forger")),
        new Family("altered", altered(), ImmutableList.of(ROOT.issued()), signatures()));
  }

  private static Rule signatures() {
    return Rule.CERTIFICATE_SIGNATURES_VERIFY;
  }

  /** What was signed is not what stands there: another host of the same length. */
  private static ImmutableList<Value> altered() {
    byte[] octets = Octets.bytes(LEAF.issued()).clone();
    octets[Bytes.indexOf(octets, HOST.getBytes(US_ASCII))] = 'v';
    return ImmutableList.of(Octets.of(octets), LOWER.issued(), UPPER.issued());
  }

  private static Family of(String name, @Nullable Rule rule, Draft... chain) {
    return new Family(
        name,
        Stream.of(chain).map(Draft::issued).collect(ImmutableList.toImmutableList()),
        ImmutableList.of(ROOT.issued()),
        rule);
  }

  @Override
  public String toString() {
    return name;
  }
}
