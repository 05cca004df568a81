package shakedown.crypto;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.GeneralName;

/** Names as they stand in certificates (RFC 5280 4.1.2.4, 4.2.1.6). */
final class DistinguishedNames {
  private DistinguishedNames() {}

  static Facts.Subject subject(X500Name name, ImmutableList<Name> alternatives) {
    return new Facts.Subject(
        name.toString(),
        first(name, BCStyle.CN),
        first(name, BCStyle.O),
        directory(name),
        alternatives);
  }

  private static String first(X500Name name, ASN1ObjectIdentifier type) {
    return Arrays.stream(name.getRDNs(type))
        .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
        .findFirst()
        .orElse("");
  }

  static Name name(GeneralName name) {
    return switch (name.getTagNo()) {
      case GeneralName.dNSName ->
          new Name.Dns(ASN1IA5String.getInstance(name.getName()).getString());
      case GeneralName.iPAddress ->
          Name.Address.of(ASN1OctetString.getInstance(name.getName()).getOctets());
      case GeneralName.directoryName -> directory(X500Name.getInstance(name.getName()));
      default -> new Name.Other(name.getTagNo());
    };
  }

  /** Case and runs of blanks tell no names apart (RFC 5280 7.1). */
  private static Name.Directory directory(X500Name name) {
    return new Name.Directory(
        Arrays.stream(name.getRDNs()).map(DistinguishedNames::part).collect(toImmutableList()));
  }

  private static String part(RDN part) {
    return Arrays.stream(part.getTypesAndValues())
        .map(each -> each.getType() + "=" + IETFUtils.canonicalString(each.getValue()))
        .collect(Collectors.joining("+"));
  }
}
