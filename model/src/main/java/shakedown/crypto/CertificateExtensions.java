package shakedown.crypto;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;

/**
 * The extensions of a certificate (RFC 5280 4.2). All may throw what the parsers of Bouncy Castle
 * come across.
 *
 * @param all null where the certificate has none
 */
record CertificateExtensions(@Nullable Extensions all) {
  /** RFC 7633 6. */
  private static final ASN1ObjectIdentifier TLS_FEATURE =
      new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");

  /** RFC 9345 4.2. */
  private static final ASN1ObjectIdentifier DELEGATION_USAGE =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.44363.44");

  /** The code point of status_request (RFC 7633 4.1). */
  private static final int STATUS_REQUEST = 5;

  /**
   * What may be critical, as it is obeyed here. Policies restrict nothing as long as nobody asks
   * for one (RFC 5280 6.1.1).
   */
  private static final ImmutableSet<ASN1ObjectIdentifier> KNOWN =
      ImmutableSet.of(
          Extension.keyUsage,
          Extension.extendedKeyUsage,
          Extension.basicConstraints,
          Extension.subjectAlternativeName,
          Extension.nameConstraints,
          Extension.certificatePolicies,
          Extension.policyMappings,
          Extension.inhibitAnyPolicy,
          TLS_FEATURE,
          DELEGATION_USAGE);

  private static final ImmutableMap<KeyPurposeId, ExtendedKeyUsage> PURPOSES =
      ImmutableMap.of(
          KeyPurposeId.id_kp_serverAuth,
          ExtendedKeyUsage.SERVER_AUTH,
          KeyPurposeId.id_kp_clientAuth,
          ExtendedKeyUsage.CLIENT_AUTH,
          KeyPurposeId.id_kp_OCSPSigning,
          ExtendedKeyUsage.OCSP_SIGNING,
          KeyPurposeId.anyExtendedKeyUsage,
          ExtendedKeyUsage.ANY);

  ImmutableList<Name> names() {
    GeneralNames names =
        all == null ? null : GeneralNames.fromExtensions(all, Extension.subjectAlternativeName);
    return names == null
        ? ImmutableList.of()
        : Arrays.stream(names.getNames()).map(DistinguishedNames::name).collect(toImmutableList());
  }

  Facts.Usage usage() {
    return new Facts.Usage(keys(), extended(), has(DELEGATION_USAGE), wantsStaple());
  }

  private ImmutableSet<KeyUsage> keys() {
    var usage = all == null ? null : org.bouncycastle.asn1.x509.KeyUsage.fromExtensions(all);
    if (usage == null) {
      return Facts.Usage.ANY.keys();
    }
    return Arrays.stream(KeyUsage.values())
        .filter(each -> usage.hasUsages(each.mask()))
        .collect(Sets.toImmutableEnumSet());
  }

  private ImmutableSet<ExtendedKeyUsage> extended() {
    var usage =
        all == null ? null : org.bouncycastle.asn1.x509.ExtendedKeyUsage.fromExtensions(all);
    return usage == null
        ? Facts.Usage.ANY.extended()
        : Arrays.stream(usage.getUsages())
            .map(each -> PURPOSES.getOrDefault(each, ExtendedKeyUsage.OTHER))
            .collect(Sets.toImmutableEnumSet());
  }

  private boolean has(ASN1ObjectIdentifier extension) {
    return all != null && all.getExtension(extension) != null;
  }

  private boolean wantsStaple() {
    if (all == null || !has(TLS_FEATURE)) {
      return false;
    }
    ASN1Sequence features = ASN1Sequence.getInstance(all.getExtensionParsedValue(TLS_FEATURE));
    return Stream.of(features.toArray())
        .anyMatch(feature -> ASN1Integer.getInstance(feature).hasValue(STATUS_REQUEST));
  }

  Facts.Authority authority() {
    BasicConstraints basic = all == null ? null : BasicConstraints.fromExtensions(all);
    NameConstraints names = has(Extension.nameConstraints) ? constraints() : null;
    ASN1Integer length = basic == null ? null : basic.getPathLenConstraintInteger();
    return new Facts.Authority(
        basic != null && basic.isCA(),
        length == null ? Integer.MAX_VALUE : length.intPositiveValueExact(),
        names == null ? ImmutableList.of() : trees(names.getPermittedSubtrees()),
        names == null ? ImmutableList.of() : trees(names.getExcludedSubtrees()));
  }

  private NameConstraints constraints() {
    return NameConstraints.getInstance(
        Extensions.getExtensionParsedValue(all, Extension.nameConstraints));
  }

  /** Minimum and maximum are never used (RFC 5280 4.2.1.10). */
  private static ImmutableList<Name> trees(GeneralSubtree @Nullable [] trees) {
    return trees == null
        ? ImmutableList.of()
        : Arrays.stream(trees)
            .map(tree -> DistinguishedNames.name(tree.getBase()))
            .collect(toImmutableList());
  }

  ImmutableList<String> unknownCritical() {
    return all == null
        ? ImmutableList.of()
        : Arrays.stream(all.getCriticalExtensionOIDs())
            .filter(extension -> !KNOWN.contains(extension))
            .map(ASN1ObjectIdentifier::getId)
            .collect(toImmutableList());
  }
}
