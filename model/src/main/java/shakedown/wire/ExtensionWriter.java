package shakedown.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;
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

/** Extensions to octets. */
final class ExtensionWriter {
  private ExtensionWriter() {}

  /** The field of a message, if it is there. */
  static void write(Writer out, Extensions extensions) {
    if (extensions.present()) {
      out.list(2, extensions.list(), ExtensionWriter::write);
    }
  }

  static void write(Writer out, Extension extension) {
    out.number(2, ExtensionType.of(extension)).vector(2, body -> writeBody(body, extension));
  }

  private static void writeBody(Writer out, Extension extension) {
    switch (extension) {
      case ServerName e -> out.vector(2, list -> writeName(list, e.name()));
      case SupportedGroups e ->
          out.list(2, e.groups(), (list, each) -> list.number(2, each.code()));
      case SignatureAlgorithms e ->
          out.list(2, e.schemes(), (list, each) -> list.number(2, each.code()));
      case CompressCertificate e ->
          out.list(1, e.algorithms(), (list, each) -> list.number(2, each.code()));
      case MaxFragmentLength e -> out.number(1, e.code());
      case StatusRequest e ->
          out.number(1, ExtensionReader.OCSP)
              .list(2, e.responders(), (list, each) -> list.vector(2, each))
              .vector(2, e.requestExtensions());
      case StapledStatus e -> writeStatus(out, e.response());
      case EcPointFormats e -> out.list(1, e.formats(), (list, each) -> list.number(1, each));
      case SignatureAlgorithmsCert e ->
          out.list(2, e.schemes(), (list, each) -> list.number(2, each.code()));
      case DelegatedCredentialSchemes e ->
          out.list(2, e.schemes(), (list, each) -> list.number(2, each.code()));
      case ApplicationProtocols e ->
          out.list(
              2,
              e.protocols(),
              (list, each) -> list.vector(1, name -> name.raw(each.getBytes(ISO_8859_1))));
      case ClientCertificateTypes e ->
          out.list(1, e.types(), (list, each) -> list.number(1, each.code()));
      case ServerCertificateTypes e ->
          out.list(1, e.types(), (list, each) -> list.number(1, each.code()));
      case ClientCertificateType e -> out.number(1, e.certificateType().code());
      case ServerCertificateType e -> out.number(1, e.certificateType().code());
      case RecordSizeLimit e -> out.number(2, e.octets());
      case DelegatedCredential e -> {
        writeCredential(out, e.credential());
        out.number(2, e.algorithm().code()).vector(2, e.signature());
      }
      case CertificateAuthorities e -> out.list(2, e.names(), (list, each) -> list.vector(2, each));
      case ExtendedMasterSecret _,
          EarlyData _,
          ServerNameKnown _,
          StatusPromised _,
          EncryptThenMac _,
          PostHandshakeAuth _ -> {}
      case SessionTicket(Value ticket) when ticket != null -> out.raw(ticket);
      case SessionTicket _ -> {}
      case PreSharedKeys e ->
          out.list(2, e.identities(), ExtensionWriter::writeIdentity)
              .list(2, e.binders(), (list, each) -> list.vector(1, each));
      case SelectedPsk e -> out.number(2, e.index());
      case MaxEarlyData e -> out.number(4, e.octets());
      case SupportedVersions e -> out.list(1, e.versions(), Writer::version);
      case SelectedVersion e -> out.version(e.version());
      case Cookie e -> out.vector(2, e.cookie());
      case PskKeyExchangeModes e ->
          out.list(1, e.modes(), (list, each) -> list.number(1, each.code()));
      case KeyShares e -> out.list(2, e.shares(), ExtensionWriter::writeShare);
      case KeyShare e -> writeShare(out, e);
      case SelectedGroup e -> out.number(2, e.group().code());
      case RenegotiationInfo e ->
          out.vector(1, both -> writeIfThere(writeIfThere(both, e.client()), e.server()));
      case Padding e -> out.raw(e.zeros());
      case Unknown e -> out.raw(e.content());
    }
  }

  /** CertificateStatus (RFC 6066 8). */
  static void writeStatus(Writer out, Value response) {
    out.number(1, ExtensionReader.OCSP).vector(3, response);
  }

  /** RFC 9345 4. */
  static void writeCredential(Writer out, Credential credential) {
    out.number(4, credential.validSeconds())
        .number(2, credential.scheme().code())
        .vector(3, credential.publicKey());
  }

  private static void writeName(Writer out, String name) {
    out.number(1, ExtensionReader.HOST_NAME)
        .vector(2, inner -> inner.raw(name.getBytes(ISO_8859_1)));
  }

  private static Writer writeIfThere(Writer out, @Nullable Value value) {
    return value == null ? out : out.raw(value);
  }

  private static void writeIdentity(Writer out, PskIdentity identity) {
    out.vector(2, identity.ticket()).raw(identity.obfuscatedAge());
  }

  private static void writeShare(Writer out, KeyShare share) {
    out.number(2, share.group().code()).vector(2, share.exchange());
  }
}
