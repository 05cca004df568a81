package shakedown.wire;

import com.google.common.collect.ImmutableSet;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.CertificateAuthorities;
import shakedown.wire.Extension.ClientCertificateType;
import shakedown.wire.Extension.ClientCertificateTypes;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.Cookie;
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

/** ExtensionType (RFC 8446 4.2 and the RFCs of the others). */
final class ExtensionType {
  static final int SERVER_NAME = 0;
  static final int MAX_FRAGMENT_LENGTH = 1;
  static final int STATUS_REQUEST = 5;
  static final int SUPPORTED_GROUPS = 10;
  static final int EC_POINT_FORMATS = 11;
  static final int SIGNATURE_ALGORITHMS = 13;
  static final int APPLICATION_LAYER_PROTOCOL_NEGOTIATION = 16;
  static final int CLIENT_CERTIFICATE_TYPE = 19;
  static final int SERVER_CERTIFICATE_TYPE = 20;
  static final int PADDING = 21;
  static final int ENCRYPT_THEN_MAC = 22;
  static final int EXTENDED_MASTER_SECRET = 23;
  static final int COMPRESS_CERTIFICATE = 27;
  static final int RECORD_SIZE_LIMIT = 28;
  static final int DELEGATED_CREDENTIAL = 34;
  static final int SESSION_TICKET = 35;
  static final int PRE_SHARED_KEY = 41;
  static final int EARLY_DATA = 42;
  static final int SUPPORTED_VERSIONS = 43;
  static final int COOKIE = 44;
  static final int PSK_KEY_EXCHANGE_MODES = 45;
  static final int CERTIFICATE_AUTHORITIES = 47;
  static final int POST_HANDSHAKE_AUTH = 49;
  static final int SIGNATURE_ALGORITHMS_CERT = 50;
  static final int KEY_SHARE = 51;
  static final int RENEGOTIATION_INFO = 0xff01;

  static final ImmutableSet<Integer> KNOWN =
      ImmutableSet.of(
          SERVER_NAME,
          MAX_FRAGMENT_LENGTH,
          STATUS_REQUEST,
          SUPPORTED_GROUPS,
          EC_POINT_FORMATS,
          SIGNATURE_ALGORITHMS,
          APPLICATION_LAYER_PROTOCOL_NEGOTIATION,
          CLIENT_CERTIFICATE_TYPE,
          SERVER_CERTIFICATE_TYPE,
          PADDING,
          ENCRYPT_THEN_MAC,
          EXTENDED_MASTER_SECRET,
          COMPRESS_CERTIFICATE,
          RECORD_SIZE_LIMIT,
          DELEGATED_CREDENTIAL,
          SESSION_TICKET,
          PRE_SHARED_KEY,
          EARLY_DATA,
          SUPPORTED_VERSIONS,
          COOKIE,
          PSK_KEY_EXCHANGE_MODES,
          CERTIFICATE_AUTHORITIES,
          POST_HANDSHAKE_AUTH,
          SIGNATURE_ALGORITHMS_CERT,
          KEY_SHARE,
          RENEGOTIATION_INFO);

  private ExtensionType() {}

  static int of(Extension extension) {
    return switch (extension) {
      case ServerName _, ServerNameKnown _ -> SERVER_NAME;
      case MaxFragmentLength _ -> MAX_FRAGMENT_LENGTH;
      case StatusRequest _, StatusPromised _, StapledStatus _ -> STATUS_REQUEST;
      case EcPointFormats _ -> EC_POINT_FORMATS;
      case ApplicationProtocols _ -> APPLICATION_LAYER_PROTOCOL_NEGOTIATION;
      case ClientCertificateTypes _, ClientCertificateType _ -> CLIENT_CERTIFICATE_TYPE;
      case ServerCertificateTypes _, ServerCertificateType _ -> SERVER_CERTIFICATE_TYPE;
      case EncryptThenMac _ -> ENCRYPT_THEN_MAC;
      case RecordSizeLimit _ -> RECORD_SIZE_LIMIT;
      case DelegatedCredentialSchemes _, DelegatedCredential _ -> DELEGATED_CREDENTIAL;
      case CertificateAuthorities _ -> CERTIFICATE_AUTHORITIES;
      case PostHandshakeAuth _ -> POST_HANDSHAKE_AUTH;
      case SignatureAlgorithmsCert _ -> SIGNATURE_ALGORITHMS_CERT;
      case SupportedGroups _ -> SUPPORTED_GROUPS;
      case SignatureAlgorithms _ -> SIGNATURE_ALGORITHMS;
      case Padding _ -> PADDING;
      case ExtendedMasterSecret _ -> EXTENDED_MASTER_SECRET;
      case CompressCertificate _ -> COMPRESS_CERTIFICATE;
      case SessionTicket _ -> SESSION_TICKET;
      case PreSharedKeys _, SelectedPsk _ -> PRE_SHARED_KEY;
      case EarlyData _, MaxEarlyData _ -> EARLY_DATA;
      case SupportedVersions _, SelectedVersion _ -> SUPPORTED_VERSIONS;
      case Cookie _ -> COOKIE;
      case PskKeyExchangeModes _ -> PSK_KEY_EXCHANGE_MODES;
      case KeyShares _, KeyShare _, SelectedGroup _ -> KEY_SHARE;
      case RenegotiationInfo _ -> RENEGOTIATION_INFO;
      case Unknown unknown -> unknown.type();
    };
  }
}
