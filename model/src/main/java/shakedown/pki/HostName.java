package shakedown.pki;

import com.google.common.base.Ascii;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;
import shakedown.crypto.Name;

/** A host as a client means it: a name or an address (RFC 9525 6). */
final class HostName {
  private HostName() {}

  /**
   * Whether a certificate's alternative name is one of the host. A wildcard is the whole leftmost
   * label and stands for one label; an address is named by an address only.
   */
  static boolean isNamedBy(String host, Name name) {
    return switch (name) {
      case Name.Address address -> IPAddress.isValid(host) && address.equals(address(host));
      case Name.Dns(String presented) ->
          !IPAddress.isValid(host)
              && (presented.equals(lower(host)) || presented.equals(wildcard(lower(host))));
      case Name.Directory _, Name.Other _ -> false;
    };
  }

  private static String lower(String host) {
    return Ascii.toLowerCase(host);
  }

  private static String wildcard(String host) {
    int dot = host.indexOf('.');
    return dot > 0 ? "*" + host.substring(dot) : host;
  }

  private static Name.Address address(String host) {
    GeneralName name = new GeneralName(GeneralName.iPAddress, host);
    return Name.Address.of(ASN1OctetString.getInstance(name.getName()).getOctets());
  }
}
