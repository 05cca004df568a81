package shakedown.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.CertificateAuthorities;
import shakedown.wire.Extension.ClientCertificateType;
import shakedown.wire.Extension.ClientCertificateTypes;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.Credential;
import shakedown.wire.Extension.DelegatedCredential;
import shakedown.wire.Extension.DelegatedCredentialSchemes;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.EcPointFormats;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.MaxEarlyData;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.Padding;
import shakedown.wire.Extension.PostHandshakeAuth;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.PskIdentity;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.RecordSizeLimit;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.ServerCertificateType;
import shakedown.wire.Extension.ServerCertificateTypes;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.ServerNameKnown;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SignatureAlgorithmsCert;
import shakedown.wire.Extension.StapledStatus;
import shakedown.wire.Extension.StatusPromised;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Extension.Unknown;

/** Octets to extensions: what one means depends on the message that bears it. */
final class ExtensionReader {
  /** The only NameType (RFC 6066 3). */
  static final int HOST_NAME = 0;

  /** The only CertificateStatusType (RFC 6066 8). */
  static final int OCSP = 1;

  private ExtensionReader() {}

  /** The field of a hello, which may end before it. */
  static Extensions readIfPresent(Reader in, Bearer bearer) {
    return in.hasMore() ? read(in, bearer) : Extensions.ABSENT;
  }

  static Extensions read(Reader in, Bearer bearer) {
    Reader inner = in.inner(2, 0, "extensions");
    var list = ImmutableList.<Extension>builder();
    while (inner.hasMore()) {
      int type = inner.number(2, "extension_type");
      Reader body = inner.inner(2, 0, "extension_data");
      list.add(body.end(read(type, body, bearer), "extension_data"));
    }
    return new Extensions(list.build());
  }

  private static Extension read(int type, Reader in, Bearer bearer) {
    return switch (bearer) {
      case CLIENT_HELLO -> ofClientHello(type, in);
      case SERVER_HELLO, SERVER_HELLO_12 -> ofServerHello(type, in);
      case HELLO_RETRY_REQUEST -> ofRetry(type, in);
      case ENCRYPTED_EXTENSIONS -> ofEncryptedExtensions(type, in);
      case NEW_SESSION_TICKET -> ofTicket(type, in);
      case CERTIFICATE_REQUEST -> ofCertificateRequest(type, in);
      case CERTIFICATE -> ofCertificate(type, in);
    };
  }

  private static Extension ofClientHello(int type, Reader in) {
    return switch (type) {
      case ExtensionType.SERVER_NAME -> serverName(in);
      case ExtensionType.MAX_FRAGMENT_LENGTH -> maxFragmentLength(in);
      case ExtensionType.STATUS_REQUEST -> statusRequest(type, in);
      case ExtensionType.SUPPORTED_GROUPS -> supportedGroups(in);
      case ExtensionType.EC_POINT_FORMATS -> pointFormats(in);
      case ExtensionType.SIGNATURE_ALGORITHMS -> new SignatureAlgorithms(schemes(in));
      case ExtensionType.SIGNATURE_ALGORITHMS_CERT -> new SignatureAlgorithmsCert(schemes(in));
      case ExtensionType.APPLICATION_LAYER_PROTOCOL_NEGOTIATION -> protocols(in);
      case ExtensionType.CLIENT_CERTIFICATE_TYPE -> new ClientCertificateTypes(types(in));
      case ExtensionType.SERVER_CERTIFICATE_TYPE -> new ServerCertificateTypes(types(in));
      case ExtensionType.ENCRYPT_THEN_MAC -> new EncryptThenMac();
      case ExtensionType.RECORD_SIZE_LIMIT -> recordSizeLimit(in);
      case ExtensionType.DELEGATED_CREDENTIAL -> new DelegatedCredentialSchemes(schemes(in));
      case ExtensionType.CERTIFICATE_AUTHORITIES -> authorities(in);
      case ExtensionType.POST_HANDSHAKE_AUTH -> new PostHandshakeAuth();
      case ExtensionType.PADDING -> new Padding(in.rest());
      case ExtensionType.EXTENDED_MASTER_SECRET -> new ExtendedMasterSecret();
      case ExtensionType.COMPRESS_CERTIFICATE -> compressions(in);
      case ExtensionType.SESSION_TICKET -> sessionTicket(in);
      case ExtensionType.PRE_SHARED_KEY ->
          new PreSharedKeys(
              in.list(2, 7, "identities", ExtensionReader::identity),
              in.list(2, 33, "binders", each -> each.vector(1, 32, "PskBinderEntry")));
      case ExtensionType.EARLY_DATA -> new EarlyData();
      case ExtensionType.SUPPORTED_VERSIONS ->
          new SupportedVersions(in.list(1, 2, "versions", each -> each.version("ProtocolVersion")));
      case ExtensionType.COOKIE -> cookie(in);
      case ExtensionType.PSK_KEY_EXCHANGE_MODES ->
          new PskKeyExchangeModes(
              in.list(1, 1, "ke_modes", each -> new PskMode(each.number(1, "PskKeyExchangeMode"))));
      case ExtensionType.KEY_SHARE ->
          new KeyShares(in.list(2, 0, "client_shares", ExtensionReader::share));
      case ExtensionType.RENEGOTIATION_INFO -> renegotiationInfo(in);
      default -> unknown(type, in);
    };
  }

  private static Extension ofServerHello(int type, Reader in) {
    return switch (type) {
      case ExtensionType.SERVER_NAME -> new ServerNameKnown();
      case ExtensionType.MAX_FRAGMENT_LENGTH -> maxFragmentLength(in);
      case ExtensionType.STATUS_REQUEST -> new StatusPromised();
      case ExtensionType.EC_POINT_FORMATS -> pointFormats(in);
      case ExtensionType.APPLICATION_LAYER_PROTOCOL_NEGOTIATION -> protocols(in);
      case ExtensionType.CLIENT_CERTIFICATE_TYPE -> new ClientCertificateType(type(in));
      case ExtensionType.SERVER_CERTIFICATE_TYPE -> new ServerCertificateType(type(in));
      case ExtensionType.ENCRYPT_THEN_MAC -> new EncryptThenMac();
      case ExtensionType.RECORD_SIZE_LIMIT -> recordSizeLimit(in);
      case ExtensionType.EXTENDED_MASTER_SECRET -> new ExtendedMasterSecret();
      case ExtensionType.SESSION_TICKET -> sessionTicket(in);
      case ExtensionType.PRE_SHARED_KEY -> new SelectedPsk(in.number(2, "selected_identity"));
      case ExtensionType.SUPPORTED_VERSIONS -> selectedVersion(in);
      case ExtensionType.KEY_SHARE -> share(in);
      case ExtensionType.RENEGOTIATION_INFO -> answeredRenegotiationInfo(in);
      default -> unknown(type, in);
    };
  }

  private static Extension ofRetry(int type, Reader in) {
    return switch (type) {
      case ExtensionType.SUPPORTED_VERSIONS -> selectedVersion(in);
      case ExtensionType.COOKIE -> cookie(in);
      case ExtensionType.KEY_SHARE -> new SelectedGroup(group(in));
      default -> unknown(type, in);
    };
  }

  private static Extension ofEncryptedExtensions(int type, Reader in) {
    return switch (type) {
      case ExtensionType.SERVER_NAME -> new ServerNameKnown();
      case ExtensionType.MAX_FRAGMENT_LENGTH -> maxFragmentLength(in);
      case ExtensionType.APPLICATION_LAYER_PROTOCOL_NEGOTIATION -> protocols(in);
      case ExtensionType.CLIENT_CERTIFICATE_TYPE -> new ClientCertificateType(type(in));
      case ExtensionType.SERVER_CERTIFICATE_TYPE -> new ServerCertificateType(type(in));
      case ExtensionType.RECORD_SIZE_LIMIT -> recordSizeLimit(in);
      case ExtensionType.SUPPORTED_GROUPS -> supportedGroups(in);
      case ExtensionType.EARLY_DATA -> new EarlyData();
      default -> unknown(type, in);
    };
  }

  private static Extension ofCertificateRequest(int type, Reader in) {
    return switch (type) {
      case ExtensionType.STATUS_REQUEST -> statusRequest(type, in);
      case ExtensionType.SIGNATURE_ALGORITHMS -> new SignatureAlgorithms(schemes(in));
      case ExtensionType.SIGNATURE_ALGORITHMS_CERT -> new SignatureAlgorithmsCert(schemes(in));
      case ExtensionType.COMPRESS_CERTIFICATE -> compressions(in);
      case ExtensionType.DELEGATED_CREDENTIAL -> new DelegatedCredentialSchemes(schemes(in));
      case ExtensionType.CERTIFICATE_AUTHORITIES -> authorities(in);
      default -> unknown(type, in);
    };
  }

  private static Extension ofCertificate(int type, Reader in) {
    return switch (type) {
      case ExtensionType.STATUS_REQUEST -> new StapledStatus(status(in));
      case ExtensionType.DELEGATED_CREDENTIAL -> delegatedCredential(in);
      default -> unknown(type, in);
    };
  }

  private static Extension ofTicket(int type, Reader in) {
    return type == ExtensionType.EARLY_DATA
        ? new MaxEarlyData(in.longNumber(4, "max_early_data_size"))
        : unknown(type, in);
  }

  private static Extension unknown(int type, Reader in) {
    return new Unknown(type, in.rest());
  }

  private static Extension serverName(Reader in) {
    Reader list = in.inner(2, 1, "server_name_list");
    if (list.number(1, "name_type") != HOST_NAME) {
      throw list.expected("name_type", "host_name");
    }
    String name = new String(Octets.bytes(list.vector(2, 1, "HostName")), ISO_8859_1);
    return list.end(new ServerName(name), "server_name_list");
  }

  private static Extension maxFragmentLength(Reader in) {
    return new MaxFragmentLength(in.number(1, "max_fragment_length"));
  }

  /** Of a type that nobody has registered, nothing is known but its octets. */
  private static Extension statusRequest(int type, Reader in) {
    if (!in.startsWith(OCSP)) {
      return unknown(type, in);
    }
    in.number(1, "status_type");
    return new StatusRequest(
        in.list(2, 0, "responder_id_list", each -> each.vector(2, 1, "ResponderID")),
        in.optional(2, "request_extensions"));
  }

  /** CertificateStatus (RFC 6066 8). */
  static Value status(Reader in) {
    if (in.number(1, "status_type") != OCSP) {
      throw in.expected("status_type", "ocsp");
    }
    return in.vector(3, 1, "OCSPResponse");
  }

  private static Extension pointFormats(Reader in) {
    return new EcPointFormats(
        in.list(1, 1, "ec_point_format_list", each -> each.number(1, "ECPointFormat")));
  }

  private static ImmutableList<SignatureScheme> schemes(Reader in) {
    return in.list(
        2,
        2,
        "supported_signature_algorithms",
        each -> new SignatureScheme(each.number(2, "SignatureScheme")));
  }

  private static Extension protocols(Reader in) {
    return new ApplicationProtocols(
        in.list(
            2,
            2,
            "protocol_name_list",
            each -> new String(Octets.bytes(each.vector(1, 1, "ProtocolName")), ISO_8859_1)));
  }

  private static ImmutableList<CertificateType> types(Reader in) {
    return in.list(1, 1, "certificate_types", ExtensionReader::type);
  }

  private static CertificateType type(Reader in) {
    return new CertificateType(in.number(1, "CertificateType"));
  }

  private static Extension recordSizeLimit(Reader in) {
    return new RecordSizeLimit(in.number(2, "RecordSizeLimit"));
  }

  private static Extension authorities(Reader in) {
    return new CertificateAuthorities(
        in.list(2, 3, "authorities", each -> each.vector(2, 1, "DistinguishedName")));
  }

  private static Extension compressions(Reader in) {
    return new CompressCertificate(
        in.list(
            1,
            2,
            "algorithms",
            each -> new CompressionAlgorithm(each.number(2, "CertificateCompressionAlgorithm"))));
  }

  private static Extension delegatedCredential(Reader in) {
    Credential credential =
        new Credential(
            in.longNumber(4, "valid_time"),
            new SignatureScheme(in.number(2, "dc_cert_verify_algorithm")),
            in.vector(3, 1, "ASN1_subjectPublicKeyInfo"));
    return new DelegatedCredential(
        credential, new SignatureScheme(in.number(2, "algorithm")), in.vector(2, 1, "signature"));
  }

  private static Extension supportedGroups(Reader in) {
    return new SupportedGroups(in.list(2, 2, "named_group_list", ExtensionReader::group));
  }

  private static Extension sessionTicket(Reader in) {
    return new SessionTicket(in.hasMore() ? in.rest() : null);
  }

  private static Extension selectedVersion(Reader in) {
    return new SelectedVersion(in.version("selected_version"));
  }

  private static Extension cookie(Reader in) {
    return new Cookie(in.vector(2, 1, "cookie"));
  }

  private static Extension renegotiationInfo(Reader in) {
    return new RenegotiationInfo(in.optional(1, "renegotiated_connection"), null);
  }

  /** Of a server: both values, which are of one length (RFC 5746 3.2). */
  private static Extension answeredRenegotiationInfo(Reader in) {
    Reader both = in.inner(1, 0, "renegotiated_connection");
    if (!both.hasMore()) {
      return RenegotiationInfo.EMPTY;
    }
    Octets client = both.half("client_verify_data");
    return new RenegotiationInfo(client, both.rest());
  }

  private static PskIdentity identity(Reader in) {
    return new PskIdentity(in.vector(2, 1, "identity"), in.octets(4, "obfuscated_ticket_age"));
  }

  private static KeyShare share(Reader in) {
    return new KeyShare(group(in), in.vector(2, 1, "key_exchange"));
  }

  private static NamedGroup group(Reader in) {
    return new NamedGroup(in.number(2, "NamedGroup"));
  }
}
